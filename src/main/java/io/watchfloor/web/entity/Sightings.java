package io.watchfloor.web.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.watchfloor.defender.Evidence;
import io.watchfloor.web.format.ForeignText;
import io.watchfloor.web.format.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The mentions of one piece of evidence: where and when it was seen, how it was judged,
 * and what was done about it.
 */
final class Sightings {

	private static final Comparator<Verdict> WORST_FIRST = Comparator.comparing((Verdict verdict) -> verdict.rank())
		.reversed();

	/**
	 * What remains to be done, before words that are not known here.
	 */
	private static final List<String> UNFINISHED = List.of("active", "notremediated", "unremediated", "failed",
			"declined", "pendingapproval", "running", "partiallyremediated");

	private static final List<String> FINISHED = List.of("none", "remediated", "fullyremediated", "prevented",
			"blocked", "notfound");

	/**
	 * The name of the fact that tells which part it played.
	 */
	static final String ROLE = "Role";

	/**
	 * The role that says nothing.
	 */
	private static final String UNKNOWN = "Unknown";

	private final List<Evidence> mentions;

	Sightings(List<Evidence> mentions) {
		this.mentions = mentions;
	}

	/**
	 * Return the different verdicts, the worst first.
	 */
	List<Verdict> verdicts() {
		return this.mentions.stream()
			.map(Evidence::verdict)
			.distinct()
			.flatMap((word) -> Stream.ofNullable(Verdict.of(word)))
			.distinct()
			.sorted(WORST_FIRST)
			.toList();
	}

	/**
	 * Return the worst verdict, or {@code null} if there is none.
	 */
	@Nullable Verdict worst() {
		return verdicts().stream().findFirst().orElse(null);
	}

	/**
	 * Return the different words for the parts that it played.
	 */
	List<String> roles() {
		return this.mentions.stream()
			.flatMap((mention) -> mention.roles().stream())
			.filter((role) -> !role.equalsIgnoreCase(UNKNOWN))
			.distinct()
			.flatMap((role) -> Stream.ofNullable(ForeignText.line(Terms.of(role))))
			.distinct()
			.toList();
	}

	/**
	 * Return the different words for what was done about it, what is unfinished first.
	 */
	List<String> remediation() {
		return this.mentions.stream()
			.map(Evidence::remediationStatus)
			.filter(Objects::nonNull)
			.distinct()
			.sorted(Comparator.comparing(Sightings::progress))
			.flatMap((word) -> Stream.ofNullable(ForeignText.line(Terms.of(word))))
			.distinct()
			.toList();
	}

	private static int progress(String word) {
		String known = word.strip().toLowerCase(Locale.ROOT);
		if (UNFINISHED.contains(known)) {
			return UNFINISHED.indexOf(known);
		}
		return FINISHED.contains(known) ? UNFINISHED.size() + 1 + FINISHED.indexOf(known) : UNFINISHED.size();
	}

	/**
	 * Return when it first became evidence, or {@code null} if that is unknown.
	 */
	@Nullable Instant first() {
		return times().min(Comparator.naturalOrder()).orElse(null);
	}

	/**
	 * Return when it last became evidence, or {@code null} if that is unknown.
	 */
	@Nullable Instant last() {
		return times().max(Comparator.naturalOrder()).orElse(null);
	}

	private Stream<Instant> times() {
		return this.mentions.stream().map(Evidence::created).filter(Objects::nonNull);
	}

	/**
	 * Collect what a page says of it besides its name.
	 * @param others what does not change from alert to alert
	 * @param devices the devices of the incident that have a place on the page, by the id
	 * that evidence refers to
	 */
	Facts facts(Facts others, Map<String, Entity> devices) {
		List<Verdict> verdicts = verdicts();
		Facts facts = new Facts();
		verdicts.stream().limit(1).forEach((worst) -> facts.text("Verdict", worst.label()));
		verdicts.stream().skip(1).forEach((other) -> facts.text("Also judged", other.label()));
		roles().forEach((role) -> facts.text(ROLE, role));
		remediation().forEach((word) -> facts.text("Remediation", word));
		facts.addAll(others);
		List<String> places = List.copyOf(places().keySet());
		if (places.size() == 1 && !places.get(0).isEmpty()) {
			addPlace(facts, places.get(0), devices);
		}
		Instant first = first();
		Instant last = last();
		boolean once = Objects.equals(first, last);
		return facts.time(once ? "Evidence since" : "First seen", first).time("Last seen", once ? null : last);
	}

	private static void addPlace(Facts facts, String id, Map<String, Entity> devices) {
		Entity device = devices.get(id);
		if (device != null) {
			facts.add("Seen on", device.link());
		}
		else {
			facts.code("Seen on device", id);
		}
	}

	/**
	 * Return what became of it on each device, the worst first, if it was seen on
	 * several.
	 */
	List<Sighting> byDevice(Map<String, Entity> devices) {
		Map<String, List<Evidence>> places = places();
		if (places.size() < 2) {
			return List.of();
		}
		List<Sighting> sightings = new ArrayList<>();
		places.forEach((id, seen) -> sightings.add(new Sightings(seen).at(place(id, devices))));
		sightings.sort(Comparator.comparing((Sighting sighting) -> Verdict.rank(sighting.verdict())).reversed());
		return sightings;
	}

	private Map<String, List<Evidence>> places() {
		Map<String, List<Evidence>> places = new LinkedHashMap<>();
		this.mentions
			.forEach((mention) -> places.computeIfAbsent(place(mention), (absent) -> new ArrayList<>()).add(mention));
		return places;
	}

	private static String place(Evidence mention) {
		String device = mention.deviceId();
		return (device == null || device.isBlank()) ? "" : device;
	}

	private static FactValue place(String id, Map<String, Entity> devices) {
		Entity device = devices.get(id);
		if (device != null) {
			return device.link();
		}
		return (id.isEmpty()) ? FactValue.words("No device named") : FactValue.code(id);
	}

	private Sighting at(FactValue place) {
		Instant first = first();
		Instant last = last();
		return new Sighting(place, worst(), remediation(), (first != null) ? FactValue.time(first) : null,
				(last != null && !last.equals(first)) ? FactValue.time(last) : null);
	}

}
