package io.watchfloor.web.handover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.web.format.Defang;

/**
 * Writes a handover as plain text, to be pasted into a chat or a ticket. These make links
 * of whatever looks like an address, so that all addresses in it are defanged but those
 * of owners, by which people search. A text of Defender's is always within one line.
 */
final class HandoverText {

	private HandoverText() {
	}

	/**
	 * Write a handover.
	 * @param origin the address of Watchfloor without a path, before which addresses of
	 * incidents stand
	 * @return lines with {@code \n} between them
	 */
	static String of(HandoverPage handover, String origin) {
		List<String> lines = new ArrayList<>();
		lines.add("Handover since " + handover.start().label() + ", made " + handover.made());
		if (handover.freshness().reading() != null) {
			lines.add("Not everything was read yet: " + handover.freshness().reading());
		}
		for (HandoverSection section : handover.sections()) {
			lines.add("");
			lines.add(section.title() + ": " + (section.known() ? "" : "at least ") + section.figure()
					+ (section.detail().isEmpty() ? "" : " (" + Defang.addresses(section.detail()) + ")"));
			section.entries().forEach((entry) -> lines.add(line(entry, origin + handover.path())));
			if (!section.left().isEmpty()) {
				lines.add("- " + section.left() + ": " + origin + section.address());
			}
		}
		return String.join("\n", lines);
	}

	private static String line(HandoverEntry entry, String queue) {
		return "- " + Defang.addresses(entry.severity().label()) + " · " + Defang.addresses(entry.name()) + " · "
				+ own(entry.why()) + " · " + queue + entry.path();
	}

	private static String own(String reason) {
		return Arrays.stream(reason.split(" "))
			.map((word) -> (word.contains("@") && !word.contains("://")) ? word : Defang.addresses(word))
			.collect(Collectors.joining(" "));
	}

}
