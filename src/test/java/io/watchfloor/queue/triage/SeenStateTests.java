package io.watchfloor.queue.triage;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.watchfloor.defender.Incident;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeenStateTests {

	private static final SeenState STATE = new SeenState("Active", "ada@contoso.com", "TruePositive", "Malware",
			List.of("VIP", "Team A"));

	@Test
	void aFormCarriesTheStateWhateverItsTextsAre() {
		String hostile = "&=%;,\"'<script>|\n\t\u202E\u0000ž👩‍💻+ ";
		for (SeenState state : List.of(STATE, new SeenState("", "", "", "", List.of()),
				new SeenState(hostile, hostile, hostile, hostile, List.of(hostile, "", hostile)))) {
			assertThat(SeenState.decode(state.encoded())).isEqualTo(state);
		}
	}

	@Test
	void aTextThatIsNoStateIsNone() {
		for (String text : List.of("", "x", "a&b&c", "%zz&&&", "%&&&&")) {
			assertThat(SeenState.decode(text)).as(text).isNull();
		}
	}

	@Test
	void noTextMakesTheDecoderFail() {
		Seeds.tryOut(500, (seed) -> {
			Random random = new Random(seed);
			StringBuilder text = new StringBuilder();
			IntStream.range(0, random.nextInt(40))
				.forEach((i) -> text.append("&%0aZ+\u00e9".charAt(random.nextInt(7))));
			SeenState state = SeenState.decode(text.toString());
			assertThat(state == null || state.equals(SeenState.decode(state.encoded()))).isTrue();
		});
	}

	@Test
	void caseAndWordsForNothingMakeNoDifference() {
		assertThat(STATE.differences(
				new SeenState("active", "Ada@CONTOSO.com", "truepositive", "MALWARE", List.of("team a", "vip", "VIP"))))
			.isEmpty();
		SeenState nothing = new SeenState("Active", "", "", "", List.of());
		assertThat(nothing.differences(new SeenState("Active", " ", "Unknown", "NotAvailable", List.of("")))).isEmpty();
	}

	@Test
	void aFormerWordOfTheApiIsItsPresentOne() {
		SeenState former = new SeenState("Active", "", "TruePositive", "CompromisedUser", List.of());
		assertThat(former.differences(new SeenState("Active", "", "TruePositive", "CompromisedAccount", List.of())))
			.isEmpty();
	}

	@Test
	void everyFieldThatDiffersIsNamed() {
		assertThat(STATE.differences(new SeenState("Resolved", "", "FalsePositive", "Apt", List.of("VIP"))))
			.containsExactly("status", "assignedTo", "classification", "determination", "tags");
	}

	@Test
	void anIncidentThatHasNothingHasEmptyTexts() {
		assertThat(SeenState.of(incident(null, null))).isEqualTo(new SeenState("", "", "", "", List.of()));
		assertThat(SeenState.of(incident("Active", "ada@contoso.com")).assignedTo()).isEqualTo("ada@contoso.com");
	}

	private static Incident incident(@Nullable String status, @Nullable String owner) {
		return new Incident(1, null, null, null, null, owner, status, null, null, null, null, List.of(), List.of(),
				List.of(), null);
	}

}
