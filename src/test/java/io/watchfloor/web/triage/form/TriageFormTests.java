package io.watchfloor.web.triage.form;

import java.util.List;
import java.util.Map;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.queue.triage.SeenState;
import io.watchfloor.queue.triage.TriageChange;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.Analysts;
import io.watchfloor.web.address.BadParameterException;
import org.junit.jupiter.api.Test;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TriageFormTests {

	private static final Analyst ADA = Analysts.of(SandboxAccount.ANALYST);

	private static final String NAME = SandboxAccount.ANALYST.username();

	private static final SeenState SEEN = new SeenState("Active", "bob@contoso.com", "FalsePositive", "Clean",
			List.of("keep", "drop", "a,b"));

	@Test
	void whatStaysAsItWasIsNotChanged() {
		TriageChange change = change(Map.of("status", "Active", "assignedTo", "Bob@contoso.com", "classification",
				"FalsePositive/Clean", "tags", "keep, drop", "comment", " "));
		assertThat(change.isEmpty()).isTrue();
	}

	@Test
	void whatIsNotSentIsNotChanged() {
		assertThat(change(Map.of()).isEmpty()).isTrue();
	}

	@Test
	void tagsAreAddedAndRemovedOneByOne() {
		TriageChange change = change(Map.of("tags", " new ,keep,, new"));
		assertThat(change.tagsAdded()).containsExactly("new");
		assertThat(change.tagsRemoved()).containsExactly("drop");
	}

	@Test
	void anEmptyOwnerIsNobody() {
		assertThat(change(Map.of("assignedTo", "")).assignedTo()).isEmpty();
	}

	@Test
	void meIsTheAnalyst() {
		assertThat(change(Map.of("assignedTo", "me")).assignedTo()).isEqualTo(NAME);
	}

	@Test
	void classificationAndDeterminationComeInOneFieldOrInTwo() {
		TriageChange one = change(Map.of("classification", "TruePositive/Phishing"));
		TriageChange two = change(Map.of("classification", "TruePositive", "determination", "Phishing"));
		assertThat(one).isEqualTo(two);
		assertThat(one.classification()).isEqualTo(Classification.TRUE_POSITIVE);
		assertThat(one.determination()).isEqualTo(Determination.PHISHING);
	}

	@Test
	void withoutWhatWasSeenEverythingSentIsWanted() {
		TriageForm form = TriageForm.of(parameters(Map.of("status", "Active", "tags", "a, b", "seen", "no state")));
		assertThat(form.seen()).isNull();
		assertThat(form.change(ADA).status()).isEqualTo("Active");
		assertThat(form.change(ADA).tagsAdded()).containsExactly("a", "b");
		assertThat(form.change(ADA).tagsRemoved()).isEmpty();
	}

	@Test
	void aFormHasTheNameThatItBringsIfThatIsOne() {
		assertThat(TriageForm.of(parameters(Map.of("form", "f-1"))).form()).isEqualTo("f-1");
		for (String name : List.of("", " ", "a b", "<", "é", "x".repeat(65))) {
			assertThat(TriageForm.of(parameters(Map.of("form", name))).form()).isNotEqualTo(name).hasSize(36);
		}
	}

	@Test
	void ofAFieldThatIsSentTwiceTheFirstCounts() {
		MultiValueMap<String, String> parameters = parameters(Map.of("status", "Resolved"));
		parameters.add("status", "InProgress");
		assertThat(TriageForm.of(parameters).change(ADA).status()).isEqualTo("Resolved");
	}

	@Test
	void wordsThatNoPageOffersAreNamedAsWrong() {
		for (Map<String, String> fields : List.of(Map.of("status", "Redirected"), Map.of("classification", "Apt"),
				Map.of("classification", "TruePositive/Apt"))) {
			assertThatExceptionOfType(BadParameterException.class).isThrownBy(() -> change(fields));
		}
	}

	@Test
	void theFieldsOfAFormMakeTheSameFormAgain() {
		TriageForm form = TriageForm.of(parameters(Map.of("status", "Resolved", "assignedTo", "", "tags", "a, \"b\"",
				"comment", "one\r\ntwo", "seen", SEEN.encoded(), "form", "f-1", "overwrite", "true")));
		assertThat(TriageForm.of(parameters(form.fields()))).isEqualTo(form);
	}

	private static TriageChange change(Map<String, String> fields) {
		MultiValueMap<String, String> parameters = parameters(fields);
		parameters.set("seen", SEEN.encoded());
		return TriageForm.of(parameters).change(ADA);
	}

	private static MultiValueMap<String, String> parameters(Map<String, String> fields) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		fields.forEach(parameters::set);
		return parameters;
	}

}
