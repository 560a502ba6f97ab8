package io.watchfloor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.SandboxApi;
import io.watchfloor.sandbox.defender.Fault;
import io.watchfloor.sandbox.defender.WriteControls;
import io.watchfloor.sandbox.defender.WriteControls.Write;
import io.watchfloor.signin.api.ApiAccess;
import io.watchfloor.support.AuditTrail;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.TriagePage;
import io.watchfloor.support.Visitor;
import io.watchfloor.support.Visitor.Page;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changing incidents over HTTP against the sandbox, which says what was written, by whom
 * and how often.
 */
@TestPropertySource(properties = "watchfloor.triage=true")
class WriteBackTests extends SandboxTest {

	private static final String ADA = SandboxAccount.ANALYST.username();

	private static final String GRACE = "grace@contoso.com";

	private static final Map<String, String> RESOLVE = Map.of("status", "Resolved");

	static final Map<String, String> START = Map.of("status", "InProgress");

	private static final String PERMISSION = "Ask Microsoft for the permission";

	@Autowired
	private ApiAccess access;

	@Test
	void whatChangesIsWrittenOnceAndByTheAnalyst() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		ada.open("/incidents");
		try (AuditTrail audit = AuditTrail.open()) {
			TriagePage answer = open(ada, id).send(Map.of("status", "InProgress", "assignedTo", "me", "classification",
					"FalsePositive/Clean", "tags", "kept, new", "comment", "A scanner\r\nof ours"));
			assertThat(answer.result()).startsWith("Written: ").contains("In progress", ADA, "“kept”, “new”");
			assertThat(audit.events("incident-changed")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "success")
					.containsEntry("event.reason", "done")
					.containsEntry("user.full_name", "Ada Analyst")
					.containsEntry("watchfloor.incident", Long.toString(id))
					.containsEntry("watchfloor.change.status.before", "Active")
					.containsEntry("watchfloor.change.status.after", "InProgress")
					.containsEntry("watchfloor.change.assignedTo.before", "")
					.containsEntry("watchfloor.change.assignedTo.after", ADA)
					.containsEntry("watchfloor.change.classification.after", "FalsePositive")
					.containsEntry("watchfloor.change.determination.after", "Clean")
					.containsEntry("watchfloor.change.tags.before", "kept")
					.containsEntry("watchfloor.change.tags.after", "kept,new")
					.containsKey("watchfloor.comment.length")
					.doesNotContainValue("A scanner"));
			assertThat(audit.texts().toString()).doesNotContain("A scanner");
		}
		assertThat(written(id)).containsExactlyInAnyOrder("status", "assignedTo", "classification", "determination",
				"tags", "comment");
		JsonNode now = defender().incident(id);
		assertThat(now.path("status").asString()).isEqualTo("InProgress");
		assertThat(now.path("assignedTo").asString()).isEqualTo(ADA);
		assertThat(now.path("classification").asString()).isEqualTo("FalsePositive");
		assertThat(now.path("determination").asString()).isEqualTo("Clean");
		assertThat(now.path("tags").toString()).isEqualTo("[\"kept\",\"new\"]");
		assertThat(comments(id)).singleElement().asString().isEqualToNormalizingNewlines("A scanner\nof ours");
	}

	@Test
	void theQueueShowsWhatWasWrittenAtOnceWithoutReadingItsList() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		assertThat(row(ada, id)).contains("Active");
		defender().fail(Fault.status(503).onPath("/api/incidents").times(Integer.MAX_VALUE));
		assertThat(open(ada, id).press("Assign to me").result()).startsWith("Written: Owner: " + ADA);
		assertThat(written(id)).containsExactly("assignedTo");
		open(ada, id).send(START);
		assertThat(written(id)).containsExactly("assignedTo", "status");
		assertThat(row(ada, id)).contains("In progress").doesNotContain("Active");
	}

	@Test
	void whatSomebodyElseChangedMeanwhileIsShownBesideAndWrittenOverOnlyOnDemand() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage page = open(ada, id);
		writes().beforeNextRead(id, () -> defender().assign(id, GRACE));
		try (AuditTrail audit = AuditTrail.open()) {
			TriagePage conflict = page.send(RESOLVE);
			assertThat(conflict.result()).startsWith("Not written: the incident changed meanwhile");
			assertThat(conflict.html().select(".triage-compared tbody tr").eachText())
				.containsExactly("Owner Nobody " + GRACE + " Not changed by you");
			assertThat(conflict.fields(TriagePage.FORM)).containsEntry("status", "Resolved");
			assertThat(writes().received()).isEmpty();
			assertThat(audit.events("incident-changed")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "failure")
					.containsEntry("event.reason", "conflict"));
			assertThat(conflict.press("Write mine all the same").result()).startsWith("Written: Status: Resolved");
			assertThat(audit.events("incident-changed")).hasSize(2);
		}
		assertThat(written(id)).containsExactly("status");
		assertThat(defender().incident(id).path("assignedTo").asString()).isEqualTo(GRACE);
	}

	@Test
	void aPageThatStoodOpenIsNoticedToo() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage page = open(ada, id);
		defender().update(id, (incident) -> incident.putArray("tags").add("kept").add("theirs"));
		open(ada, id);
		TriagePage conflict = page.send(Map.of("tags", "kept, mine"));
		assertThat(conflict.result()).contains("the incident changed meanwhile", "“theirs”", "“mine”");
		assertThat(writes().received()).isEmpty();
		conflict.press("Write mine all the same");
		assertThat(defender().incident(id).path("tags").toString()).isEqualTo("[\"kept\",\"theirs\",\"mine\"]");
	}

	@Test
	void anIncidentThatWasMergedRefusesAndLeadsToTheOther() {
		long id = incident();
		long target = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage page = open(ada, id);
		defender().merge(id, target);
		TriagePage answer = page.send(Map.of("comment", "Typed for long"));
		assertThat(answer.result()).startsWith("Not written: the incident was merged into another")
			.contains("Typed for long");
		assertThat(answer.html().select(".triage-result a").eachAttr("href")).contains("/incidents/" + target);
		assertThat(writes().received()).isEmpty();
	}

	@Test
	void aConnectionThatBreaksBeforeTheWriteLeavesItUndoneAndTheFormAsItWas() {
		long id = incident();
		TriagePage page = open(consented(SandboxAccount.LEAD), id);
		defender().fail(Fault.brokenOff().onWrites());
		TriagePage answer = page.send(Map.of("comment", "Typed for long"));
		assertThat(answer.result()).startsWith("Not written").contains("the change was not there");
		assertThat(answer.fields(TriagePage.FORM)).containsEntry("comment", "Typed for long");
		assertThat(writes().received()).hasSize(1);
		assertThat(writes().done()).isEmpty();
	}

	@Test
	void aConnectionThatBreaksAfterTheWriteLeavesItDone() {
		long id = incident();
		TriagePage page = open(consented(SandboxAccount.LEAD), id);
		defender().fail(Fault.brokenOffAfter().onWrites());
		TriagePage answer = page.send(Map.of("comment", "Typed for long"));
		assertThat(answer.result()).startsWith("Written: ").contains("was read again, and the change is there");
		assertThat(answer.fields(TriagePage.FORM)).containsEntry("comment", "");
		assertThat(writes().received()).hasSize(1);
		assertThat(comments(id)).containsExactly("Typed for long");
	}

	@Test
	void whatNobodyCanTellIsSaidAndNotSentAgain() {
		long id = incident();
		TriagePage page = open(consented(SandboxAccount.LEAD), id);
		writes().beforeNextWrite(id, () -> {
			defender().fail(Fault.brokenOffAfter().onWrites());
			defender().fail(Fault.status(503).onPath("/api/incidents/" + id).times(Integer.MAX_VALUE));
		});
		try (AuditTrail audit = AuditTrail.open()) {
			Page sent = page.post(Map.of("comment", "Typed for long"));
			Page again = page.post(Map.of("comment", "Typed for long"));
			defender().recover();
			assertThat(again.location()).isEqualTo(sent.location());
			TriagePage answer = TriagePage.open(page.visitor(), sent.location());
			assertThat(answer.result()).startsWith("Written or not: nobody can tell").contains("Look again");
			assertThat(answer.fields(TriagePage.FORM)).containsEntry("comment", "Typed for long");
			assertThat(audit.events("incident-changed")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("event.outcome", "unknown"));
		}
		assertThat(writes().received()).hasSize(1);
		assertThat(comments(id)).hasSize(1);
	}

	@Test
	void aFormThatIsSentTwiceIsWrittenOnce() {
		long id = incident();
		TriagePage page = open(consented(SandboxAccount.LEAD), id);
		try (AuditTrail audit = AuditTrail.open()) {
			Page first = page.post(Map.of("comment", "Once"));
			assertThat(page.post(Map.of("comment", "Once")).location()).isEqualTo(first.location());
			assertThat(TriagePage.open(page.visitor(), first.location()).result()).startsWith("Written: ");
			assertThat(audit.events("incident-changed")).hasSize(1);
		}
		assertThat(writes().received()).hasSize(1);
		assertThat(comments(id)).containsExactly("Once");
	}

	@Test
	void aChangeIsUndoneInItsOwnSessionAndInNoOther() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage done = open(ada, id).send(RESOLVE);
		Map<String, String> undo = done.fields(".triage-undos form");
		Visitor lee = consented(SandboxAccount.LEAD);
		assertThat(open(lee, id).html().select(".triage-undos, .triage-result")).isEmpty();
		Map<String, String> lees = new HashMap<>(undo);
		lees.put("_csrf", open(lee, id).fields(TriagePage.FORM).get("_csrf"));
		assertThat(TriagePage.open(lee, lee.post("/incidents/triage/undo", lees).location()).result())
			.startsWith("Not undone This change cannot be undone any longer");
		assertThat(writes().done()).hasSize(1);
		try (AuditTrail audit = AuditTrail.open()) {
			TriagePage undone = TriagePage.open(ada, ada.post("/incidents/triage/undo", undo).location());
			assertThat(undone.result()).startsWith("Undone: Status: Active").contains("stay as they are");
			assertThat(audit.events("incident-changed")).singleElement()
				.satisfies((event) -> assertThat(event).containsEntry("watchfloor.change.status.after", "Active"));
		}
		assertThat(writes().done()).hasSize(2).allMatch((write) -> SandboxAccount.ANALYST.equals(write.by()));
		assertThat(defender().incident(id).path("status").asString()).isEqualTo("Active");
	}

	@Test
	void aRunGoesOnAfterAConflictAndStopsWhereARoleIsMissing() {
		long[] ids = { incident(), incident(), incident(), incident() };
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage run = TriagePage.open(ada, "/incidents").begin(START, ids);
		assertThat(writes().received()).isEmpty();
		writes().beforeNextRead(ids[0], () -> defender().assign(ids[0], GRACE));
		try (AuditTrail audit = AuditTrail.open()) {
			run = run.press("Change the first").press("Continue");
			writes().takeRole(SandboxAccount.ANALYST);
			run = run.press("Continue");
			assertThat(run.html().select("[data-summary]").text())
				.isEqualTo("1 done, 1 conflict, 1 not done, 1 not tried");
			assertThat(run.html().select("[data-result]").eachAttr("data-result")).containsExactly("conflict", "done",
					"not-done");
			assertThat(run.html().select(".run-progress").text()).contains("Stopped", "has no role");
			assertThat(run.html().select("[data-step]")).isEmpty();
			assertThat(audit.events("incident-changed")).extracting((event) -> event.get("event.reason"))
				.containsExactly("conflict", "done", "not-done");
			assertThat(audit.events("incident-changed")).last()
				.satisfies((event) -> assertThat(event).containsKey("defender.tracking_id"));
		}
		assertThat(writes().received()).hasSize(2);
		assertThat(writes().done()).extracting(Write::incident).containsExactly(ids[1]);
	}

	@Test
	void aRunIsUndoneOneAfterTheOtherAndEachIsLogged() {
		long[] ids = { incident(), incident() };
		Visitor lee = consented(SandboxAccount.LEAD);
		TriagePage run = TriagePage.open(lee, "/incidents")
			.begin(START, ids)
			.press("Change the first")
			.press("Continue");
		try (AuditTrail audit = AuditTrail.open()) {
			run = run.press("Undo all 2").press("Undo it");
			assertThat(run.html().select("[data-summary]").text()).isEqualTo("2 done, 2 undone");
			assertThat(audit.events("incident-changed")).hasSize(2)
				.allSatisfy((event) -> assertThat(event).containsEntry("watchfloor.change.status.before", "InProgress")
					.containsEntry("watchfloor.change.status.after", "Active"))
				.extracting((event) -> event.get("watchfloor.incident"))
				.containsExactlyInAnyOrder(Long.toString(ids[0]), Long.toString(ids[1]));
		}
		assertThat(writes().done()).hasSize(4);
	}

	@Test
	void whoHasThePermissionButNoRoleIsToldSo() {
		long id = incident();
		TriagePage answer = open(consented(SandboxAccount.READER), id).send(Map.of("comment", "Typed for long"));
		assertThat(answer.result()).startsWith("Not written")
			.contains("Your sign-in permits writing", "has no role", "Security Operator");
		assertThat(answer.html().text()).doesNotContain(PERMISSION);
		assertThat(answer.fields(TriagePage.FORM)).containsEntry("comment", "Typed for long");
		assertThat(writes().received()).hasSize(1);
		assertThat(writes().done()).isEmpty();
	}

	@Test
	void writesThatTheApiHoldsBackWaitAndReadingGoesOn() {
		long id = incident();
		Visitor lee = consented(SandboxAccount.LEAD);
		TriagePage run = TriagePage.open(lee, "/incidents").begin(START, id);
		defender().fail(Fault.statusWithRetryAfter(429, "1").onWrites());
		run = run.press("Change the first");
		assertThat(run.html().select(".run-progress").text()).contains("go on in 1 s", "0 of 1");
		assertThat(lee.open("/incidents").html().select("#incident-" + id)).hasSize(1);
		if (api() == SandboxApi.DEFENDER) {
			assertThat(lee.open("/incidents/" + id).status()).as("quotas apart").isEqualTo(200);
		}
		while (!run.html().select("[data-step]").isEmpty()) {
			run = run.press("Change the first");
		}
		assertThat(run.html().select("[data-summary]").text()).isEqualTo("1 done");
		assertThat(writes().received()).hasSize(2);
		assertThat(writes().done()).hasSize(1);
	}

	@Test
	void whoConsentsComesBackToTheFormAsItWasAndNothingIsWrittenByThat() {
		long id = incident();
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		Map<String, String> typed = Map.of("status", "Resolved", "classification", "FalsePositive/Clean", "tags",
				"kept, new", "comment", "Typed\nfor long");
		TriagePage asked = open(ada, id).send(typed);
		assertThat(asked.html().select(".triage").text()).contains("Nothing was written yet",
				this.access.api().writePermission());
		TriagePage back = asked.press(PERMISSION).press("Accept");
		assertThat(back.page().pathAndQuery()).startsWith("/incidents/" + id + "?form=");
		assertThat(back.fields(TriagePage.FORM)).containsAllEntriesOf(typed);
		assertThat(back.html().select(".triage [role=status]").text()).contains("Nothing was written yet");
		assertThat(writes().received()).isEmpty();
		assertThat(back.send(Map.of()).result()).startsWith("Written: ");
		assertThat(comments(id)).hasSize(1);
		assertThat(written(id)).containsExactlyInAnyOrder("status", "classification", "determination", "tags",
				"comment");
	}

	@Test
	void whoConsentsOnTheWayFromTheQueueComesBackToTheirSelection() {
		long[] ids = { incident(), incident() };
		Visitor ada = signedIn(SandboxAccount.ANALYST);
		TriagePage draft = TriagePage.open(ada, "/incidents").begin(Map.of("assignedTo", "me"), ids);
		assertThat(draft.page().heading()).isEqualTo("Nothing was changed yet: 2 incidents");
		TriagePage back = draft.press(PERMISSION).press("Accept");
		assertThat(back.page().pathAndQuery()).isEqualTo(draft.page().pathAndQuery());
		assertThat(back.html().select("main .run-changes").text()).isEqualTo("Owner: " + ADA);
		assertThat(back.html().select("main input[name=id]").eachAttr("value"))
			.isEqualTo(draft.html().select("main input[name=id]").eachAttr("value"))
			.hasSize(2);
		assertThat(writes().received()).isEmpty();
	}

	@Test
	void whoeverIsRefusedStaysSignedInAndIsToldWhoHasToDoWhat() {
		long id = incident();
		TriagePage nadias = open(signedIn(SandboxAccount.NEEDS_ADMIN), id).send(Map.of("comment", "Typed for long"))
			.press(PERMISSION)
			.press("Return without granting consent");
		assertThat(nadias.html().select(".triage").text())
			.contains("An administrator has to agree first", "What an administrator has to do")
			.doesNotContain(PERMISSION);
		TriagePage adas = open(signedIn(SandboxAccount.ANALYST), id).send(Map.of("comment", "Typed for long"))
			.press(PERMISSION)
			.press("Cancel");
		assertThat(adas.html().select(".triage").text()).contains("You declined", "It can be asked for again at");
		assertThat(List.of(nadias, adas)).allSatisfy((page) -> {
			assertThat(page.page().status()).isEqualTo(200);
			assertThat(page.fields(TriagePage.FORM)).containsEntry("comment", "Typed for long");
		});
		assertThat(writes().received()).isEmpty();
	}

	@Test
	void whoeverSignsInNextInTheSameBrowserFindsNothingOfIt() {
		long id = incident();
		Visitor browser = consented(SandboxAccount.ANALYST);
		TriagePage done = open(browser, id).send(RESOLVE);
		TriagePage draft = open(browser, id).send(Map.of("comment", "x".repeat(30_001)));
		TriagePage run = TriagePage.open(browser, "/incidents").begin(START, id);
		assertThat(draft.fields(TriagePage.FORM).get("comment")).hasSize(30_001);
		Map<String, String> undo = done.fields(".triage-undos form");
		browser.choose(browser.open("/sign-in/other-account"), SandboxAccount.LEAD);
		for (TriagePage adas : List.of(done, draft)) {
			TriagePage lees = TriagePage.open(browser, adas.page().pathAndQuery());
			assertThat(lees.html().text()).contains("Lee Lead");
			assertThat(lees.html().select(".triage-result, .triage-undos, .triage [role=alert]")).isEmpty();
			assertThat(lees.fields(TriagePage.FORM)).containsEntry("comment", "");
			undo.put("_csrf", lees.fields(TriagePage.FORM).get("_csrf"));
		}
		assertThat(browser.open(run.page().pathAndQuery()).status()).isEqualTo(404);
		assertThat(browser.post(run.page().uri().getPath(), undo).status()).isEqualTo(404);
		browser.post("/incidents/triage/undo", undo);
		assertThat(writes().received()).hasSize(1);
	}

	@Test
	void onlyAFormOfThisSiteWrites() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		Map<String, String> fields = open(ada, id).fields(TriagePage.FORM);
		fields.put("status", "Resolved");
		fields.put("id", Long.toString(id));
		Map<String, String> forged = new HashMap<>(fields);
		forged.remove("_csrf");
		for (String address : List.of("/incidents/" + id + "/triage", "/incidents/triage", "/incidents/triage/undo",
				"/incidents/triage/x", "/incidents/triage/x/undo")) {
			assertThat(ada.post(address, forged).status()).as(address).isEqualTo(403);
			assertThat(ada.post(address, fields, "Sec-Fetch-Site", "cross-site").status()).as(address).isEqualTo(403);
			assertThat(ada.ask(address + "?status=Resolved&id=" + id).status()).as(address).isIn(404, 405);
		}
		for (String other : List.of(id + "%2F..%2F1", id + ";1", "0" + id, id + "%00", "-" + id, "%20" + id)) {
			assertThat(ada.post("/incidents/" + other + "/triage", fields).status()).as(other).isBetween(400, 405);
		}
		assertThat(writes().received()).isEmpty();
	}

	@Test
	void whatSomebodyTypesIsAValueAndNothingElse() {
		String hostile = "\"}, {\"status\": \"Resolved\", \"x\": \"</textarea><script>alert(1)</script>&id=1&status=Resolved";
		String tag = "\"]}&status=Resolved#\\";
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		TriagePage answer = open(ada, id).send(Map.of("tags", "kept, " + tag, "comment", hostile));
		assertThat(written(id)).containsExactlyInAnyOrder("tags", "comment");
		assertThat(comments(id)).containsExactly(hostile);
		assertThat(defender().incident(id).path("tags").valueStream().map(JsonNode::asString)).containsExactly("kept",
				tag);
		assertThat(defender().incident(id).path("status").asString()).isEqualTo("Active");
		assertThat(answer.html().select("main script:not([src])")).isEmpty();
		TriagePage preview = answer.press("Preview the comment");
		assertThat(preview.page().heading()).isEqualTo("The comment as it will appear");
		assertThat(writes().done()).allMatch((write) -> write.incident() == id);
	}

	private SandboxApi api() {
		return SandboxApi.valueOf(this.access.api().name());
	}

	/**
	 * Return an analyst whose consent to writing was given some other day.
	 */
	Visitor consented(SandboxAccount account) {
		entra().consents().give(account, api());
		return signedIn(account);
	}

	/**
	 * Let an incident arrive that nobody has touched and that every analyst sees.
	 */
	static long incident() {
		for (int attempt = 0; attempt < 50; attempt++) {
			long id = defender().add((incident) -> {
				incident.put("status", "Active")
					.put("classification", "Unknown")
					.put("determination", "NotAvailable")
					.putNull("assignedTo")
					.putNull("redirectIncidentId");
				incident.putArray("tags").add("kept");
				incident.putArray("comments");
			});
			if (defender().visibleTo(SandboxAccount.ANALYST).contains(id)) {
				return id;
			}
		}
		throw new AssertionError("None of fifty incidents is visible");
	}

	static TriagePage open(Visitor visitor, long id) {
		return TriagePage.open(visitor, "/incidents/" + id);
	}

	static String row(Visitor visitor, long id) {
		return visitor.open("/incidents").html().select("#incident-" + id).text();
	}

	private static WriteControls writes() {
		return defender().writes();
	}

	/**
	 * Return the names of the fields that were written to an incident, in the words of
	 * the Defender API, and check that all calls were of the same analyst.
	 */
	private static List<String> written(long id) {
		List<String> names = new ArrayList<>();
		for (Write write : writes().done()) {
			assertThat(write.incident()).isEqualTo(id);
			assertThat(write.by()).isEqualTo(SandboxAccount.ANALYST);
			write.json().propertyNames().forEach((name) -> names.add("customTags".equals(name) ? "tags" : name));
		}
		names.removeAll(Set.of("@odata.type"));
		assertThat(writes().received()).hasSameSizeAs(writes().done());
		return names;
	}

	private static List<String> comments(long id) {
		return defender().incident(id)
			.path("comments")
			.valueStream()
			.map((comment) -> comment.path("comment").asString())
			.toList();
	}

}
