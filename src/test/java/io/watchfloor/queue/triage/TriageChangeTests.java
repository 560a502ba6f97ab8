package io.watchfloor.queue.triage;

import java.util.List;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import org.junit.jupiter.api.Test;

import static io.watchfloor.queue.triage.SampleChanges.comment;
import static io.watchfloor.queue.triage.SampleChanges.judgement;
import static io.watchfloor.queue.triage.SampleChanges.owner;
import static io.watchfloor.queue.triage.SampleChanges.status;
import static io.watchfloor.queue.triage.SampleChanges.tags;
import static org.assertj.core.api.Assertions.assertThat;

class TriageChangeTests {

	@Test
	void aChangeOfNothingSaysSo() {
		assertThat(SampleChanges.NOTHING.problems()).singleElement().asString().startsWith("Nothing is changed");
		assertThat(new TriageChange(null, null, null, null, List.of(" "), List.of(""), " \r\n ").problems())
			.singleElement()
			.asString()
			.startsWith("Nothing is changed");
	}

	@Test
	void aStatusIsOneOfThreeInAnyCase() {
		assertThat(status(" inprogress ")).isEqualTo(status("InProgress"));
		assertThat(status("resolved").problems()).isEmpty();
		assertThat(status("Redirected").problems()).singleElement().asString().contains("“Redirected”");
		assertThat(status("").problems()).singleElement().asString().contains("no status");
	}

	@Test
	void anOwnerIsAnAddressOrNobody() {
		assertThat(owner("").problems()).isEmpty();
		assertThat(owner(" Ada@Contoso.com ").assignedTo()).isEqualTo("Ada@Contoso.com");
		assertThat(owner("ada@contoso.com").problems()).isEmpty();
		assertThat(owner("zoë.müller@contoso.example").problems()).isEmpty();
		for (String wrong : List.of("ada", "@contoso.com", "ada@", "ada@x@y", "a b@contoso.com", "ada@con\u202Emoc.os",
				"ada@contoso.com\u0000", "a".repeat(400) + "@contoso.com")) {
			assertThat(owner(wrong).problems()).as(wrong).singleElement().asString().contains("is no address");
		}
	}

	@Test
	void everyPairOfTheApisTableCanBeWrittenAndNoOther() {
		for (Classification classification : Classification.values()) {
			for (Determination determination : Determination.values()) {
				assertThat(judgement(classification, determination).problems().isEmpty())
					.as("%s and %s", classification, determination)
					.isEqualTo(classification != Classification.NOT_SET
							&& classification.determinations().contains(determination));
			}
		}
	}

	@Test
	void halfAPairIsAProblemThatNamesTheOtherHalf() {
		assertThat(judgement(Classification.FALSE_POSITIVE, null).problems())
			.containsExactly("Choose what kind of false positive it is: clean, no enough data to validate, other.");
		assertThat(judgement(null, Determination.MALWARE).problems())
			.containsExactly("Choose the classification that malware is for.");
		assertThat(judgement(Classification.FALSE_POSITIVE, Determination.MALWARE).problems()).singleElement()
			.asString()
			.startsWith("The two do not go together. With false positive goes one of:");
	}

	@Test
	void aTagHasNoCommaIsNotTooLongAndCanBeSeen() {
		assertThat(tags(List.of("VIP", "žluťoučký kůň", "👩‍💻"), List.of("old one")).problems()).isEmpty();
		assertThat(tags(List.of("a,b"), List.of()).problems()).singleElement().asString().contains("comma");
		assertThat(tags(List.of(), List.of("a\nb")).problems()).singleElement().asString().contains("cannot be seen");
		assertThat(tags(List.of("safe\u202Egpj.exe"), List.of()).problems()).hasSize(1);
		assertThat(tags(List.of("x".repeat(200)), List.of()).problems()).isEmpty();
		assertThat(tags(List.of("x".repeat(203)), List.of()).problems()).singleElement()
			.asString()
			.contains("3 characters too many; 200 are the most")
			.hasSizeLessThan(150);
	}

	@Test
	void aTagIsNotBothAddedAndRemovedButMayChangeItsCase() {
		assertThat(tags(List.of("VIP"), List.of("VIP")).problems())
			.containsExactly("The tag “VIP” is both added and removed.");
		assertThat(tags(List.of("VIP"), List.of("vip")).problems()).isEmpty();
	}

	@Test
	void aCommentHasLinesAndTabsButNoOtherControlCharacters() {
		assertThat(comment("Isolated.\r\n\tAsked the owner.\rClosed.").comment())
			.isEqualTo("Isolated.\n\tAsked the owner.\nClosed.");
		assertThat(comment("Isolated.\r\n\tAsked the owner.").problems()).isEmpty();
		assertThat(comment("a\u0007b").problems()).singleElement().asString().contains("U+0007");
		assertThat(comment("half of \uD83D").problems()).singleElement().asString().contains("U+D83D");
	}

	@Test
	void aCommentThatIsTooLongSaysByHowMuch() {
		assertThat(comment("x".repeat(30_000)).problems()).isEmpty();
		assertThat(comment("x".repeat(31_234)).problems())
			.containsExactly("The comment has 1,234 characters too many; 30,000 are the most.");
	}

	@Test
	void aLineBreakCountsAsOneCharacterHoweverTheBrowserSendsIt() {
		assertThat(comment(("x".repeat(99) + "\r\n").repeat(300) + "").problems()).isEmpty();
	}

	@Test
	void allProblemsAreNamedAtOnce() {
		assertThat(new TriageChange("Closed", "ada", Classification.TRUE_POSITIVE, null, List.of("a,b"), List.of(),
				"x".repeat(40_000))
			.problems()).hasSize(5);
	}

}
