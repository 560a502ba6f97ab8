package io.watchfloor.web.triage.desk;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.watchfloor.queue.triage.Triage;
import io.watchfloor.queue.triage.TriageChange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DeskSerializerTests {

	private final TriageDesk desk = new TriageDesk(new Triage(Clock.systemUTC()));

	@Test
	void whatIsWrittenIsReadAsItWas() {
		this.desk.keep("form", new TriageDraft(1, comment("Typed"), List.of("A problem")));
		this.desk.keepUndone("name", new TriageDesk.UndoAnswer(null));
		this.desk.triage().begin(List.of(1L, 2L), comment("Typed"), "run", (id) -> null);
		TriageDesk.State state = this.desk.state();
		assertThat(DeskSerializer.deserialize(DeskSerializer.serialize(state))).isEqualTo(state);
	}

	@Test
	void classesThatADeskDoesNotHaveAreNotRead() {
		TriageDesk.State state = this.desk.state();
		@SuppressWarnings("unchecked")
		Map<String, Object> drafts = (Map<String, Object>) (Map<String, ?>) state.drafts();
		drafts.put("form", "a class that may be there");
		assertThat(DeskSerializer.deserialize(DeskSerializer.serialize(state))).isNotNull();
		drafts.put("form", URI.create("https://example.com"));
		assertThat(DeskSerializer.deserialize(DeskSerializer.serialize(state))).isNull();
	}

	@Test
	void whatIsNoDeskIsNone() {
		assertThat(DeskSerializer.deserialize(new byte[] { 1, 2, 3 })).isNull();
	}

	@Test
	void aDeskHasAnEnd() {
		for (int i = 0; i < 10; i++) {
			this.desk.keep("form " + i, new TriageDraft(i, comment("x".repeat(60_000 - i)), List.of()));
		}
		assertThat(DeskSerializer.serialize(this.desk.state())).as("all that a page lets anybody type")
			.hasSizeLessThan(DeskSerializer.LARGEST);
		this.desk.keep("form", new TriageDraft(1, comment("x"), List.of("x".repeat(DeskSerializer.LARGEST))));
		assertThatIllegalStateException().isThrownBy(() -> DeskSerializer.serialize(this.desk.state()));
	}

	private static TriageChange comment(String text) {
		return new TriageChange(null, null, null, null, List.of(), List.of(), text);
	}

}
