package io.watchfloor.queue.support;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.defender.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Makes random incidents from a seed. They have few different values, so that many share
 * one; values vary in case, and any may be missing, empty, repeated or in any script.
 */
public final class RandomIncidents {

	public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

	static final List<String> SEVERITIES = List.of("High", "Medium", "Low", "Informational", "UnSpecified", "Odd");

	public static final List<String> STATUSES = List.of("Active", "InProgress", "Resolved", "Redirected", "Paused");

	static final List<String> PEOPLE = List.of("ada@contoso.com", "bo@contoso.com", "çelik@contoso.com");

	public static final List<String> WORDS = List.of("Ransomware", "on", "One", "endpoint", "Überweisung", "管理者",
			"a\nb", "10.0.0.7", "=cmd", "\u202Egpj.exe", "mimikatz");

	private final Random random;

	private final int hours;

	public RandomIncidents(long seed) {
		this.random = new Random(seed);
		this.hours = (this.random.nextBoolean()) ? 960 : 60;
	}

	public List<Incident> some(int count) {
		return LongStream.rangeClosed(1, count).mapToObj(this::incident).toList();
	}

	public Incident incident(long id) {
		Instant created = time();
		return new Incident(id, (this.random.nextInt(20) == 0) ? this.random.nextLong(1, 50) : null, maybe(this::text),
				maybe(() -> created), maybe(() -> created.plusSeconds(this.random.nextInt(3) * 90_000L)),
				maybe(() -> pick(PEOPLE)), maybe(() -> pick(STATUSES)), maybe(() -> pick(SEVERITIES)),
				maybe(() -> pick(List.of("Unknown", "TruePositive", "FalsePositive"))),
				maybe(() -> pick(List.of("NotAvailable", "Phishing", "Malware"))),
				maybe(() -> pick(List.of("WindowsDefenderAv", "MCAS"))), list(() -> pick(List.of("VIP", "Lab", "x"))),
				List.of(), list(this::alert), null, supplement(id));
	}

	/**
	 * Return what only some sources give. It depends on the id, so that the other values
	 * of a seed are the same with and without it.
	 */
	private static Incident.Supplement supplement(long id) {
		return (id % 3 == 0) ? Incident.Supplement.NONE
				: new Incident.Supplement((id % 5 == 0) ? null : (int) (id * 37 % 101),
						(id % 4 == 0) ? List.of("Automatic", "vip") : List.of(),
						(id % 2 == 0) ? "mimikatz Überfall" : null, null, null);
	}

	Alert alert() {
		return new Alert(null, maybe(() -> pick(List.of("MicrosoftSentinel", "OfficeATP"))),
				maybe(() -> pick(List.of("MCAS", "EDR"))), maybe(this::time), null, null, maybe(this::time),
				maybe(this::time), maybe(this::text), null,
				maybe(() -> pick(List.of("InitialAccess", "Impact", "Malware"))), null, null, null,
				maybe(() -> pick(List.of("PendingApproval", "Running"))), null, null, null, null, null,
				maybe(() -> pick(List.of("Storm-1", "Emotet"))), maybe(() -> pick(List.of("Emotet", "Qakbot"))),
				list(() -> pick(List.of("T1059", "T1059.001"))), list(this::device), list(this::evidence));
	}

	private Device device() {
		return new Device(maybe(() -> pick(List.of("id-1", "id-2"))), null,
				maybe(() -> pick(List.of("pc-1.contoso.com", "pc-2.contoso.com"))),
				maybe(() -> pick(List.of("Windows11", "Linux"))), null, null, null, null, null,
				maybe(() -> pick(List.of("Ring0", "Servers"))), null, null, List.of(), null, null, null, List.of());
	}

	private Evidence evidence() {
		return new Evidence(maybe(() -> pick(List.of("User", "File", "MailBox", "Ip"))), null, null, null,
				maybe(this::hex), maybe(this::hex), maybe(() -> pick(WORDS)), "C:\\Users\\ada", null, "cmd /c start",
				null, null, null, maybe(() -> "10.0.0." + this.random.nextInt(20)),
				maybe(() -> "https://evil.example/" + pick(WORDS)), maybe(() -> pick(List.of("ada", "bo"))), null, null,
				null, maybe(() -> pick(PEOPLE)), maybe(() -> pick(List.of("Info Desk", "Ada"))),
				maybe(() -> pick(List.of("info@contoso.com", "ada@contoso.com"))), null, null, null, null, null, null,
				null, null, null, null, null, null, null, null, null, null);
	}

	String text() {
		return String.join(" ", Stream.generate(() -> pick(WORDS)).limit(1 + this.random.nextInt(4)).toList());
	}

	public String hex() {
		return Integer.toHexString(this.random.nextInt(4096));
	}

	/**
	 * Return a time within the last 40 days or, for other seeds, the last 60 hours; many
	 * are the same.
	 */
	public Instant time() {
		return NOW.minus(Duration.ofHours(this.random.nextInt(this.hours)));
	}

	public String pick(List<String> values) {
		String value = values.get(this.random.nextInt(values.size()));
		return (this.random.nextInt(8) == 0) ? value.toUpperCase(Locale.ROOT) : value;
	}

	private <T> @Nullable T maybe(Supplier<T> value) {
		return (this.random.nextInt(6) != 0) ? value.get() : null;
	}

	private <T> List<T> list(Supplier<T> element) {
		return IntStream.range(0, this.random.nextInt(4)).mapToObj((ignored) -> element.get()).toList();
	}

}
