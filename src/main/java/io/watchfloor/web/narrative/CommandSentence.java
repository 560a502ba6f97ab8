package io.watchfloor.web.narrative;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.defender.Alert;
import io.watchfloor.defender.Device;
import io.watchfloor.defender.Evidence;
import io.watchfloor.web.format.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * Tells by which command the attack worked: of those with the worst verdict the first.
 */
final class CommandSentence {

	private CommandSentence() {
	}

	static Sentence of(List<Alert> alerts, EvidenceLinks links) {
		Collection<Command> commands = commands(alerts);
		if (commands.isEmpty()) {
			return Sentence.begin().words("No command was reported.");
		}
		Command worst = commands.stream().max(Comparator.comparing(Command::verdict)).orElseThrow();
		String alert = links.alert(worst.alert());
		Sentence sentence = Sentence.begin().words("The command ").quote(worst.line(), alert);
		sentence = (worst.verdict().isBad()) ? on(sentence, worst, alert).words(" was judged " + worst.verdict().word())
				: on(sentence.words(" was reported"), worst, alert);
		int others = commands.size() - 1;
		return (others == 0) ? sentence.words(".")
				: sentence.words("; ")
					.words(Numbers.of(others, "other command was", "other commands were") + " reported",
							links.evidence())
					.words(".");
	}

	private static Sentence on(Sentence sentence, Command command, String alert) {
		String device = command.device();
		return (device != null) ? sentence.words(" on ").asset(device, alert) : sentence;
	}

	/**
	 * Return the commands in order of their alerts, each once, with its worst verdict.
	 */
	private static Collection<Command> commands(List<Alert> alerts) {
		Map<String, Command> commands = new LinkedHashMap<>();
		for (int number = 1; number <= alerts.size(); number++) {
			Alert alert = alerts.get(number - 1);
			for (Evidence evidence : alert.evidence()) {
				String line = evidence.processCommandLine();
				if (line != null && !line.isBlank()) {
					commands.merge(line,
							new Command(number, line, Verdict.of(evidence.verdict()), device(alert, evidence)),
							Command::with);
				}
			}
		}
		return commands.values();
	}

	private static @Nullable String device(Alert alert, Evidence evidence) {
		return alert.devices()
			.stream()
			.filter((device) -> device.id() != null && device.id().equals(evidence.deviceId()))
			.map(Device::name)
			.filter(Objects::nonNull)
			.filter((name) -> !name.isBlank())
			.findFirst()
			.orElse(null);
	}

	/**
	 * A command.
	 *
	 * @param alert the number of the first alert that gave its worst verdict
	 * @param line the command line
	 * @param verdict what it was judged to be
	 * @param device the device that it ran on, if that is known
	 */
	private record Command(int alert, String line, Verdict verdict, @Nullable String device) {

		private Command with(Command later) {
			boolean worse = later.verdict.compareTo(this.verdict) > 0;
			return (worse) ? later : this;
		}

	}

}
