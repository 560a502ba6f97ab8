package io.watchfloor.queue;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A device, a user or a mailbox of an incident, which {@link Assets} tells from others.
 *
 * @param id its id in Defender for Endpoint or in Entra ID; {@code null} where the API
 * names none
 * @param names its names, each once: first the one that people are shown. A user without
 * any name has its id in their place, and so has a device
 */
public record Asset(@Nullable String id, List<String> names) {

	/**
	 * Return the name that people are shown.
	 * @return the name, never blank
	 */
	public String name() {
		return this.names.get(0);
	}

}
