package io.watchfloor.soak;

import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.sandbox.defender.WriteControls.Write;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WriteLedgerTests {

	private static final long INCIDENT = 500_705;

	private final WriteLedger ledger = new WriteLedger();

	private final String comment = this.ledger.nextComment(7);

	@Test
	void aChangeThatIsSaidToBeDoneAndIsNotIsLost() {
		this.ledger.said(this.comment, INCIDENT, WriteOutcome.DONE);
		assertThat(this.ledger.lost(List.of())).singleElement().asString().contains(this.comment);
		assertThat(this.ledger.lost(List.of(write(7, INCIDENT, this.comment)))).isEmpty();
	}

	@Test
	void aChangeThatIsSaidNotToBeDoneMustNotBe() {
		this.ledger.said(this.comment, INCIDENT, WriteOutcome.NOT_DONE);
		assertThat(this.ledger.denied(List.of())).isEmpty();
		assertThat(this.ledger.denied(List.of(write(7, INCIDENT, this.comment)))).hasSize(1);
	}

	@Test
	void aChangeThatWasNotThereAMomentLaterMayComeLater() {
		this.ledger.said(this.comment, INCIDENT, WriteOutcome.NOT_THERE_YET);
		assertThat(this.ledger.denied(List.of(write(7, INCIDENT, this.comment)))).isEmpty();
	}

	@Test
	void theSameCommentTwiceIsOneTooMany() {
		this.ledger.said(this.comment, INCIDENT, WriteOutcome.DONE);
		Write write = write(7, INCIDENT, this.comment);
		assertThat(this.ledger.twice(List.of(write))).isEmpty();
		assertThat(this.ledger.twice(List.of(write, write))).hasSize(1);
	}

	@Test
	void nothingIsUndoneMoreOftenThanAskedFor() {
		Write undo = write(7, INCIDENT, "");
		assertThat(this.ledger.twice(List.of(undo))).hasSize(1);
		this.ledger.undoing(INCIDENT);
		assertThat(this.ledger.twice(List.of(undo))).isEmpty();
		assertThat(this.ledger.twice(List.of(undo, undo))).hasSize(1);
	}

	@Test
	void eachWriteIsByItsAnalystAndToItsIncident() {
		this.ledger.said(this.comment, INCIDENT, WriteOutcome.UNKNOWN);
		assertThat(this.ledger.misplaced(List.of(write(7, INCIDENT, this.comment), write(7, INCIDENT, "")))).isEmpty();
		assertThat(this.ledger.misplaced(List.of(write(8, INCIDENT, this.comment), write(7, 500_706, this.comment),
				write(8, INCIDENT, ""), write(7, INCIDENT, this.ledger.nextComment(7)))))
			.hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "Written, , DONE", "Not written, Nothing was changed., NOT_DONE",
			"Not written, The incident was read again a moment later, NOT_THERE_YET",
			"Not written: the incident changed meanwhile, , NOT_DONE", "Written or not: nobody can tell, , UNKNOWN",
			"Written in part, , UNKNOWN" })
	void readsWhatThePageOfAnIncidentSays(String heading, String meaning, WriteOutcome outcome) {
		Element page = Jsoup.parse("<div class='triage-result'><strong data-triage-focus>" + heading + "</strong><p>"
				+ meaning + "</p></div>");
		assertThat(WriteOutcome.ofIncident(page)).isEqualTo(outcome);
		assertThat(WriteOutcome.ofIncident(Jsoup.parse("<h1>Defender does not answer</h1>")))
			.isEqualTo(WriteOutcome.UNTOLD);
	}

	@ParameterizedTest
	@CsvSource({ "done, '', DONE", "conflict, '', NOT_DONE", "unknown, '', UNKNOWN",
			"not-done, Too many calls for the moment, NOT_DONE",
			"not-done, Nothing was written. Defender did not answer as it should., NOT_THERE_YET" })
	void readsWhatThePageOfARunSays(String style, String words, WriteOutcome outcome) {
		Element result = Jsoup.parse("<ol><li data-result='" + style + "'>" + words + "</li></ol>").selectFirst("li");
		assertThat(result).isNotNull();
		assertThat(WriteOutcome.ofRun(result)).isEqualTo(outcome);
	}

	private static Write write(int desk, long incident, String comment) {
		return new Write("PATCH", incident, "{\"comment\":\"" + comment + "\"}", SandboxAccount.desk(desk));
	}

}
