package io.watchfloor.queue.triage;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Classification;
import io.watchfloor.defender.Determination;
import io.watchfloor.defender.Incident;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.triage.Precedents.Judgement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PrecedentsTests {

	private static final String TITLE = "Suspicious PowerShell command line on one endpoint";

	private static final String SENSOR = "WindowsDefenderAtp";

	private static final Judgement FALSE_POSITIVE = new Judgement(Classification.FALSE_POSITIVE,
			Determination.NOT_MALICIOUS, 1);

	@Test
	void judgementsAreCountedTheMostFrequentFirst() {
		Precedents precedents = of(
				Stream.concat(LongStream.range(10, 19).mapToObj((id) -> judged(id, "FalsePositive", "Clean")),
						LongStream.range(20, 25)
							.mapToObj((id) -> judged(id, "InformationalExpectedActivity", "SecurityTesting"))));
		assertThat(precedents).isEqualTo(
				new Precedents(List.of(new Judgement(Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS, 9),
						new Judgement(Classification.EXPECTED_ACTIVITY, Determination.SECURITY_TEST, 5)), 14));
	}

	@Test
	void ofJudgementsAsFrequentTheLatestComesFirst() {
		assertThat(
				of(Stream.of(judged(10, "FalsePositive", "Clean"), judged(11, "TruePositive", "Malware"))).judgements())
			.containsExactly(new Judgement(Classification.TRUE_POSITIVE, Determination.MALWARE, 1), FALSE_POSITIVE);
	}

	@Test
	void whatNobodyClassifiedIsNoPrecedentNorIsTheIncidentItself() {
		assertThat(of(Stream.of(judged(1, "FalsePositive", "Clean"), judged(2, "Unknown", "NotAvailable"),
				judged(3, null, null), judged(4, "Undecided", "Clean"), judged(5, "TruePositive", "Apt"))))
			.isEqualTo(new Precedents(List.of(), 0));
	}

	@Test
	void aClassificationWithoutDeterminationCountsAsWell() {
		assertThat(of(Stream.of(judged(2, "FalsePositive", null))).judgements())
			.containsExactly(new Judgement(Classification.FALSE_POSITIVE, Determination.NOT_SET, 1));
	}

	@Test
	void anotherTitleOrAnotherDetectorIsNoPrecedent() {
		assertThat(of(Stream.of(summary(2, "Suspicious sign-in", SENSOR, "FalsePositive", "Clean", null),
				summary(3, TITLE, "OfficeATP", "FalsePositive", "Clean", null))))
			.isEqualTo(new Precedents(List.of(), 0));
	}

	@Test
	void titlesThatDifferInCaseOrInHowMuchIsAffectedAreTheSame() {
		assertThat(of(Stream
			.of("SUSPICIOUS  powershell command line on one endpoint",
					"Suspicious PowerShell command line on multiple endpoints",
					"Suspicious PowerShell command line on 3 endpoints",
					"Suspicious PowerShell command line on 3 servers", "Suspicious PowerShell command line")
			.map((title) -> summary(title.length(), title, SENSOR, "FalsePositive", "Clean", null))).total())
			.isEqualTo(3);
	}

	@Test
	void aNumberThatSaysWhatWasDetectedCounts() {
		IncidentSummary incident = summary(1, "CVE-2021-44228 exploited on one device", SENSOR, null, null, null);
		assertThat(Precedents
			.of(incident,
					List.of(summary(2, "CVE-2021-45046 exploited on one device", SENSOR, "TruePositive", "Malware",
							null)))
			.total()).isZero();
	}

	@Test
	void whatWasMergedIntoAnotherWasJudgedThere() {
		assertThat(of(Stream.of(summary(2, TITLE, SENSOR, "FalsePositive", "Clean", 9L))).total()).isZero();
	}

	@Test
	void anIncidentWithoutTitleHasNoPrecedents() {
		assertThat(Precedents
			.of(summary(1, "", SENSOR, null, null, null),
					List.of(summary(2, "", SENSOR, "FalsePositive", "Clean", null)))
			.total()).isZero();
	}

	@Test
	void theLastFiftyCount() {
		Precedents precedents = of(
				Stream.concat(LongStream.range(100, 140).mapToObj((id) -> judged(id, "FalsePositive", "Clean")),
						LongStream.range(10, 90).mapToObj((id) -> judged(id, "TruePositive", "Malware"))));
		assertThat(precedents.total()).isEqualTo(50);
		assertThat(precedents.judgements()).containsExactly(
				new Judgement(Classification.FALSE_POSITIVE, Determination.NOT_MALICIOUS, 40),
				new Judgement(Classification.TRUE_POSITIVE, Determination.MALWARE, 10));
	}

	private static Precedents of(Stream<IncidentSummary> read) {
		return Precedents.of(judged(1, null, null), read.toList());
	}

	private static IncidentSummary judged(long id, @Nullable String classification, @Nullable String determination) {
		return summary(id, TITLE, SENSOR, classification, determination, null);
	}

	private static IncidentSummary summary(long id, String title, String sensor, @Nullable String classification,
			@Nullable String determination, @Nullable Long target) {
		return IncidentSummary.of(new Incident(id, target, title, Instant.ofEpochSecond(id), null, null, "Resolved",
				null, classification, determination, sensor, List.of(), List.of(), List.of(), null));
	}

}
