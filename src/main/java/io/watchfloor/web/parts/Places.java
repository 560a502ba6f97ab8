package io.watchfloor.web.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where links to the alerts and entities of an incident lead: to places on the same page,
 * or to the pages of the parts that they stand on. Templates know it as {@code places}.
 */
public final class Places {

	private final @Nullable PartAddresses addresses;

	private final Map<String, String> entities = new HashMap<>();

	private final String here;

	private Places(@Nullable PartAddresses addresses, String here) {
		this.addresses = addresses;
		this.here = here;
	}

	/**
	 * Create the places of an incident that stands on one page.
	 */
	public static Places onOnePage() {
		return new Places(null, "");
	}

	/**
	 * Create the places of an incident in parts.
	 * @param addresses the addresses of the parts
	 * @param here the address of the page on which the links stand
	 * @param assets the HTML ids of all assets, in the order of their part
	 * @param evidence the HTML ids of all pieces of evidence, in the order of their part
	 */
	public static Places inParts(PartAddresses addresses, String here, List<String> assets, List<String> evidence) {
		Places places = new Places(addresses, here);
		places.put(addresses, IncidentPart.ASSETS, assets);
		places.put(addresses, IncidentPart.EVIDENCE, evidence);
		return places;
	}

	private void put(PartAddresses addresses, IncidentPart part, List<String> anchors) {
		String page = "";
		for (int i = 0; i < anchors.size(); i++) {
			if (i % part.size() == 0) {
				page = addresses.part(part, part.page(i));
			}
			this.entities.put(anchors.get(i), page);
		}
	}

	/**
	 * Return the address of an alert.
	 * @param number its number, from 1
	 */
	public String alert(int number) {
		return (this.addresses != null)
				? link(this.addresses.part(IncidentPart.ALERTS, IncidentPart.ALERTS.page(number - 1)),
						"#alert-" + number)
				: "#alert-" + number;
	}

	/**
	 * Return the address of all alerts.
	 */
	public String alerts() {
		return (this.addresses != null) ? this.addresses.alerts() : "#alerts";
	}

	/**
	 * Return the address of all evidence.
	 */
	public String evidence() {
		return (this.addresses != null) ? this.addresses.evidence() : "#evidence";
	}

	/**
	 * Return the address of the assets of a kind: of all assets where they have pages of
	 * their own, on which kinds have no headings.
	 * @param heading the HTML id of the kind's heading
	 */
	public String assets(String heading) {
		return (this.addresses != null) ? this.addresses.assets() : "#" + heading;
	}

	/**
	 * Return the address of a device or a piece of evidence.
	 * @param anchor its HTML id
	 */
	public String entity(String anchor) {
		return link(this.entities.getOrDefault(anchor, this.here), "#" + anchor);
	}

	/**
	 * Return the address of the story, at an alert if that is on the same page.
	 * @param number the alert's number, from 1
	 */
	public String story(int number) {
		return (this.addresses != null) ? this.addresses.incident() + "#story" : "#story-" + number;
	}

	/**
	 * Return the address of all assets or all evidence that an alert names.
	 * @param alert the alert's number, from 1
	 */
	public String namedBy(int alert, boolean assets) {
		if (this.addresses == null) {
			return (assets) ? "#assets" : "#evidence";
		}
		return this.addresses.named((assets) ? IncidentPart.ASSETS : IncidentPart.EVIDENCE, alert, 1);
	}

	private String link(String page, String anchor) {
		return (page.equals(this.here)) ? anchor : page + anchor;
	}

}
