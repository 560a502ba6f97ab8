package io.watchfloor.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/**
 * Changes the incidents of a desk: one on its page, which is sometimes sent twice and
 * sometimes undone, or three from the queue. Now and then a colleague is faster. Each
 * change has a comment that {@link WriteLedger} knows it by.
 */
final class IncidentWork {

	private static final String QUEUE = "/incidents?q=only-desk&range=180d&size=200";

	private static final int MOST_STEPS = 6;

	private final int desk;

	private final Browser browser;

	private final AnalystSeats seats;

	private final AnswerChecker checker;

	private final WriteLedger ledger;

	private final Random random;

	private final Executor tabs;

	IncidentWork(int desk, Browser browser, AnalystSeats seats, AnswerChecker checker, WriteLedger ledger,
			Random random, Executor tabs) {
		this.desk = desk;
		this.browser = browser;
		this.seats = seats;
		this.checker = checker;
		this.ledger = ledger;
		this.random = random;
		this.tabs = tabs;
	}

	/**
	 * Change one incident, or three.
	 */
	void work() {
		if (this.random.nextInt(5) == 0) {
			changeThree();
		}
		else {
			changeOne(this.seats.own(this.desk, this.random));
		}
	}

	private void changeOne(long id) {
		Answer page = see(this.browser.visit("/incidents/" + id));
		FormElement form = form(page, "form[data-triage-form]");
		if (form == null) {
			return;
		}
		String comment = this.ledger.nextComment(this.desk);
		List<Map.Entry<String, String>> fields = fill(form, comment);
		if (this.random.nextInt(6) == 0) {
			this.seats.change(id, this.random);
		}
		List<Answer> answers = send(form.attr("action"), fields);
		answers.forEach((answer) -> this.ledger.said(comment, id, WriteOutcome.ofIncident(answer.html())));
		if (this.random.nextInt(4) == 0) {
			undo(id, answers.get(0));
		}
	}

	private List<Map.Entry<String, String>> fill(FormElement form, String comment) {
		List<Map.Entry<String, String>> fields = new ArrayList<>();
		form.formData().forEach((field) -> {
			String value = switch (field.key()) {
				case "status", "classification" -> this.random.nextBoolean() ? field.value() : any(form, field.key());
				case "assignedTo" -> this.random.nextBoolean() ? field.value() : "me";
				case "tags" -> this.random.nextInt(3) > 0 ? field.value()
						: "only-desk-" + this.desk + ", tag-" + this.random.nextInt(5);
				case "comment" -> comment;
				default -> field.value();
			};
			fields.add(Map.entry(field.key(), value));
		});
		return fields;
	}

	private String any(FormElement form, String select) {
		List<String> values = form.select("select[name=" + select + "] option").eachAttr("value");
		return values.get(this.random.nextInt(values.size()));
	}

	/**
	 * Send a form, now and then twice: at once, as a double click does, or again, as
	 * loading the page again does.
	 */
	private List<Answer> send(String action, List<Map.Entry<String, String>> fields) {
		int times = this.random.nextInt(8);
		if (times == 0) {
			var first = CompletableFuture.supplyAsync(() -> this.browser.submit(action, fields), this.tabs);
			var second = CompletableFuture.supplyAsync(() -> this.browser.submit(action, fields), this.tabs);
			return List.of(see(first.join()), see(second.join()));
		}
		Answer answer = see(this.browser.submit(action, fields));
		return (times == 1) ? List.of(answer, see(this.browser.submit(action, fields))) : List.of(answer);
	}

	private void undo(long id, Answer page) {
		FormElement form = form(page, ".triage-undos form");
		if (form != null) {
			this.ledger.undoing(id);
			see(this.browser.submit(form.attr("action"), hidden(form)));
		}
	}

	private void changeThree() {
		Answer page = see(this.browser.visit(QUEUE));
		FormElement form = form(page, "form[data-triage]");
		List<String> boxes = page.html()
			.select(".col-select input[name=id]")
			.eachAttr("value")
			.stream()
			.filter((value) -> AnalystSeats.isOwn(id(value)))
			.toList();
		if (form == null || boxes.size() < 3) {
			return;
		}
		int from = this.random.nextInt(boxes.size() - 2);
		String comment = this.ledger.nextComment(this.desk);
		List<Map.Entry<String, String>> fields = hidden(form);
		boxes.subList(from, from + 3).forEach((box) -> fields.add(Map.entry("id", box)));
		fields.add(Map.entry("status", this.random.nextBoolean() ? "InProgress" : "Resolved"));
		fields.add(Map.entry("comment", comment));
		Answer run = see(this.browser.submit(form.attr("action"), fields));
		boxes.subList(from, from + 3).forEach((box) -> this.ledger.said(comment, id(box), WriteOutcome.UNTOLD));
		finish(run, comment);
	}

	/**
	 * Make the steps of a run, as long as none of them has to wait.
	 */
	private void finish(Answer begun, String comment) {
		Answer run = begun;
		for (int step = 0; step < MOST_STEPS; step++) {
			FormElement next = form(run, "form[data-step]");
			if (next == null) {
				break;
			}
			run = see(this.browser.submit(next.attr("action"), hidden(next)));
			run.html()
				.select("[data-result]")
				.forEach((result) -> this.ledger.said(comment, Long.parseLong(result.id().replace("result-", "")),
						WriteOutcome.ofRun(result)));
		}
	}

	private static long id(String box) {
		return Long.parseLong(box.split(" ")[0]);
	}

	private static List<Map.Entry<String, String>> hidden(Element form) {
		List<Map.Entry<String, String>> fields = new ArrayList<>();
		form.select("input[type=hidden]").forEach((field) -> fields.add(Map.entry(field.attr("name"), field.val())));
		return fields;
	}

	private @Nullable FormElement form(Answer page, String selector) {
		return this.browser.atHome(page) ? (FormElement) page.html().selectFirst(selector) : null;
	}

	private Answer see(Answer answer) {
		this.checker.see(this.desk, RequestKind.WRITE, answer);
		return answer;
	}

}
