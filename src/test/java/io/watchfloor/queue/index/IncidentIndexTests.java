package io.watchfloor.queue.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.defender.Incident;
import io.watchfloor.queue.AttentionSettings;
import io.watchfloor.queue.Facet;
import io.watchfloor.queue.IncidentOrder;
import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.SearchScope;
import io.watchfloor.queue.SearchTerm;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.Viewpoint;
import io.watchfloor.queue.support.RandomIncidents;
import io.watchfloor.queue.support.SampleAlerts;
import io.watchfloor.support.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the index with the {@link NaiveQueue}, for random incidents and queries.
 */
class IncidentIndexTests {

	private static final Viewpoint VIEWPOINT = new Viewpoint("ADA@contoso.com", RandomIncidents.NOW,
			AttentionSettings.DEFAULT);

	@Test
	void selectsWhatTheContractSaysForEveryPairOfParameters() {
		Seeds.tryOut(100, IncidentIndexTests::selectEveryPairOfParameters);
	}

	private static void selectEveryPairOfParameters(long seed) {
		Sample sample = new Sample(seed);
		for (UnaryOperator<IncidentQuery> one : sample.parameters()) {
			IncidentQuery alone = one.apply(IncidentQuery.DEFAULT);
			assertThat(sample.selected(alone)).as("%s", alone).isEqualTo(sample.expected(alone));
			UnaryOperator<IncidentQuery> other = sample.any(sample.parameters());
			IncidentQuery pair = other.apply(alone);
			assertThat(sample.selected(pair)).as("%s", pair).isEqualTo(sample.expected(pair));
		}
	}

	@Test
	void everyPageIsItsSliceOfTheWhole() {
		Seeds.tryOut(100, IncidentIndexTests::turnEveryPage);
	}

	private static void turnEveryPage(long seed) {
		Sample sample = new Sample(seed);
		IncidentQuery whole = sample.query();
		List<Long> expected = sample.expected(whole);
		int size = 1 + sample.random.nextInt(30);
		for (int page = 1; page <= expected.size() / size + 2; page++) {
			IncidentQuery query = whole.ofSize(size).onPage(page);
			Selection selection = sample.index.select(query, VIEWPOINT);
			int from = Math.min((page - 1) * size, expected.size());
			assertThat(ids(selection.rows())).isEqualTo(expected.subList(from, Math.min(from + size, expected.size())));
			assertThat(selection.total()).isEqualTo(expected.size());
			assertThat(selection.pages()).isEqualTo(Math.max(1, (expected.size() + size - 1) / size));
		}
	}

	@Test
	void aMenuTellsHowManyItsChoiceWouldSelect() {
		Seeds.tryOut(100, IncidentIndexTests::chooseEveryEntry);
	}

	private static void chooseEveryEntry(long seed) {
		Sample sample = new Sample(seed);
		IncidentQuery query = sample.query();
		Facets facets = sample.index.facets(query, VIEWPOINT);
		for (Facet facet : facets.counts().keySet()) {
			for (Facets.Count count : facets.of(facet)) {
				assertThat(sample.expected(query.with(facet, Set.of(count.value())))).as("%s", count)
					.hasSize(count.incidents());
			}
		}
		assertThat(facets.of(Facet.STATUS)
			.stream()
			.filter((count) -> !count.value().equals(Facet.OPEN))
			.mapToInt(Facets.Count::incidents)
			.sum()).isLessThanOrEqualTo(sample.expected(query.with(Facet.STATUS, Set.of())).size());
	}

	@Test
	void anIncidentWhoseLastUpdateIsUnknownIsLastInEveryRangeThatEndsNow() {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(incident(7, null), incident(3, RandomIncidents.NOW)));
		IncidentQuery day = IncidentQuery.DEFAULT.with(TimeRange.last(Duration.ofHours(24)));
		IncidentQuery all = IncidentQuery.DEFAULT.with(TimeRange.between(null, null));
		IncidentQuery until = IncidentQuery.DEFAULT.with(TimeRange.between(null, RandomIncidents.NOW.plusSeconds(1)));
		for (IncidentQuery query : List.of(day, all)) {
			assertThat(ids(index.all(query, VIEWPOINT).toList())).containsExactly(3L, 7L);
			IncidentQuery ascending = query.with(new IncidentOrder(IncidentOrder.Column.UPDATED, false));
			assertThat(ids(index.all(ascending, VIEWPOINT).toList())).containsExactly(3L, 7L);
		}
		assertThat(ids(index.all(until, VIEWPOINT).toList())).containsExactly(3L);
	}

	@Test
	void anIncidentWhoseLastUpdateIsUnknownReplacesTheOneThatIsHeld() {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(incident(7, RandomIncidents.NOW)));
		assertThat(index.with(List.of(incident(7, null))).find(7))
			.hasValueSatisfying((incident) -> assertThat(incident.updated()).isNull());
		assertThat(index.with(List.of(incident(7, null))).with(List.of(incident(7, RandomIncidents.NOW))).size())
			.isEqualTo(1);
	}

	private static IncidentSummary incident(long id, @Nullable Instant updated) {
		return IncidentSummary.of(new Incident(id, null, null, null, updated, null, null, null, null, null, null,
				List.of(), List.of(), List.of(), null));
	}

	@Test
	void anAssetIsFoundHoweverItsNameIsWritten() {
		IncidentIndex index = IncidentIndex.EMPTY.with(List.of(IncidentSummary.of(new Incident(1, null, null,
				RandomIncidents.NOW, RandomIncidents.NOW, null, null, null, null, null, null, List.of(), List.of(),
				List.of(SampleAlerts.withUser("ju\u0308rgen@contoso.example")), null))));
		for (String name : List.of("ju\u0308rgen@contoso.example", "J\u00DCRGEN[@]contoso[.]example")) {
			IncidentQuery query = IncidentQuery.DEFAULT.with(Facet.ASSET, Set.of(name));
			assertThat(index.select(query, VIEWPOINT).total()).as(name).isEqualTo(1);
		}
	}

	@Test
	void neighboursAreThoseOfTheWholeSelection() {
		Seeds.tryOut(100, IncidentIndexTests::lookBesideEach);
	}

	private static void lookBesideEach(long seed) {
		Sample sample = new Sample(seed);
		IncidentQuery query = sample.query();
		List<Long> expected = sample.expected(query);
		for (int position = 0; position < expected.size(); position++) {
			Neighbours neighbours = sample.index.neighbours(expected.get(position), query, VIEWPOINT);
			assertThat((neighbours.previous() != null) ? neighbours.previous().id() : -1)
				.isEqualTo((position > 0) ? expected.get(position - 1) : -1);
			assertThat((neighbours.next() != null) ? neighbours.next().id() : -1)
				.isEqualTo((position + 1 < expected.size()) ? expected.get(position + 1) : -1);
			assertThat(neighbours.before()).isEqualTo(position);
		}
		assertThat(sample.index.neighbours(-7, query, VIEWPOINT)).isEqualTo(new Neighbours(null, null, 0));
	}

	private static List<Long> ids(List<IncidentSummary> rows) {
		return rows.stream().map(IncidentSummary::id).toList();
	}

	/**
	 * Random incidents, added to the index in random order, with queries of them.
	 */
	private static final class Sample {

		private final Random random;

		private final RandomIncidents values;

		private final NaiveQueue naive;

		private final IncidentIndex index;

		private Sample(long seed) {
			this.random = new Random(seed);
			this.values = new RandomIncidents(seed);
			List<Incident> incidents = this.values.some(this.random.nextInt(120));
			this.naive = new NaiveQueue(incidents, VIEWPOINT);
			IncidentIndex filled = IncidentIndex.EMPTY;
			for (List<IncidentSummary> part : incidents.stream()
				.map(IncidentSummary::of)
				.collect(Collectors.groupingBy((summary) -> this.random.nextInt(3)))
				.values()) {
				filled = filled.with(part);
			}
			this.index = filled;
		}

		private List<Long> selected(IncidentQuery query) {
			return ids(this.index.all(query, VIEWPOINT).toList());
		}

		private List<Long> expected(IncidentQuery query) {
			return this.naive.select(query);
		}

		private IncidentQuery query() {
			List<UnaryOperator<IncidentQuery>> parameters = parameters();
			return any(parameters).apply(any(parameters).apply(any(parameters).apply(IncidentQuery.DEFAULT)));
		}

		/**
		 * Return every parameter once, mostly with a value that some incident has.
		 */
		private List<UnaryOperator<IncidentQuery>> parameters() {
			Stream<UnaryOperator<IncidentQuery>> filters = Stream.of(Facet.values())
				.map((facet) -> (query) -> query.with(facet, Set.of(valueOf(facet), valueOf(facet) + "!")));
			String word = this.values.pick(RandomIncidents.WORDS).split("\n")[0];
			String phrase = this.values.pick(RandomIncidents.WORDS) + " " + word;
			Stream<UnaryOperator<IncidentQuery>> exclusions = Stream.of(Facet.values())
				.map((facet) -> (query) -> query.without(facet, Set.of(valueOf(facet), valueOf(facet) + "!")));
			return Stream.concat(Stream.concat(filters, exclusions), Stream.of(
					(query) -> query.without(Facet.ASSIGNED_TO, Set.of(any(List.of("me", "none")))),
					(query) -> query.with(TimeRange.ANY),
					(query) -> query.withCreated(TimeRange.between(this.values.time(), null)),
					(query) -> query.withCreated(TimeRange.between(this.values.time(), this.values.time())),
					(query) -> query.with(Facet.ASSIGNED_TO, Set.of(any(List.of("me", "none", "x")))),
					(query) -> query.with(TimeRange.last(Duration.ofHours(this.random.nextInt(900)))),
					(query) -> query.with(TimeRange.between(this.values.time(), this.values.time())),
					(query) -> query.withTerms(List.of(SearchTerm.of(word))),
					(query) -> query.withTerms(List.of(SearchTerm.of(word), SearchTerm.of(this.values.hex()))),
					(query) -> query.withTerms(List.of(new SearchTerm(null, word, true))),
					(query) -> query
						.withTerms(List.of(new SearchTerm(any(List.of(SearchScope.values())), word, false))),
					(query) -> query
						.withTerms(List.of(new SearchTerm(any(List.of(SearchScope.values())), phrase, true))),
					(query) -> query.withTerms(List.of(SearchTerm.of(phrase))),
					(query) -> query.with(
							new IncidentOrder(any(List.of(IncidentOrder.Column.values())), this.random.nextBoolean()))))
				.toList();
		}

		private String valueOf(Facet facet) {
			List<String> values = this.index.all(IncidentQuery.DEFAULT, VIEWPOINT)
				.flatMap((summary) -> facet.values(summary).stream())
				.toList();
			return (values.isEmpty()) ? "nothing" : this.values.pick(values);
		}

		private <T> T any(List<T> choices) {
			return choices.get(this.random.nextInt(choices.size()));
		}

	}

}
