package io.watchfloor.queue.sweep;

import java.util.List;

/**
 * What a sweep found of one indicator.
 *
 * @param indicator the indicator
 * @param incidents how many incidents have it, or a subdomain of it
 * @param hostOnly how many others have the host of the URL, and not the URL
 * @param sightings the first of these incidents: those that have the indicator, then the
 * others, each in the order in which the sweep searched them
 */
public record Finding(Indicator indicator, int incidents, int hostOnly, List<Sighting> sightings) {

	/**
	 * Return whether an incident has it.
	 */
	public boolean isFound() {
		return this.incidents > 0;
	}

	/**
	 * Return whether incidents have its host at the most.
	 */
	public boolean isHostOnly() {
		return this.incidents == 0 && this.hostOnly > 0;
	}

}
