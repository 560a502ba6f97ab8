package io.watchfloor.web.parts;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.web.address.IncidentQueryParameters;

/**
 * The addresses of an incident and its parts. All of them have the parameters of the view
 * of the queue that the incident was opened from, but for the page of that view: among
 * the parts, {@code page} is a page of the part.
 *
 * @param path the address of the bare queue
 * @param id the incident's number
 * @param query the view that it was opened from
 */
public record PartAddresses(String path, long id, IncidentQuery query) {

	/**
	 * The parameter by which a part shows only what one alert names.
	 */
	public static final String ALERT = "alert";

	/**
	 * Return the address of the incident's own page.
	 */
	public String incident() {
		return IncidentQueryParameters.address(this.path + "/" + this.id, this.query.onPage(1));
	}

	/**
	 * Return the address of a part.
	 * @param page the page, from 1
	 */
	public String part(IncidentPart part, int page) {
		return IncidentQueryParameters.address(this.path + "/" + this.id + "/" + part.value(), this.query.onPage(page));
	}

	/**
	 * Return the address of the alerts.
	 */
	public String alerts() {
		return part(IncidentPart.ALERTS, 1);
	}

	/**
	 * Return the address of the assets.
	 */
	public String assets() {
		return part(IncidentPart.ASSETS, 1);
	}

	/**
	 * Return the address of the evidence.
	 */
	public String evidence() {
		return part(IncidentPart.EVIDENCE, 1);
	}

	/**
	 * Return the address of what one alert names of a part.
	 * @param alert the alert's number
	 */
	public String named(IncidentPart part, int alert, int page) {
		return with(part(part, page), ALERT + "=" + alert);
	}

	/**
	 * Return the address of the whole incident for paper.
	 */
	public String print() {
		return IncidentQueryParameters.address(this.path + "/" + this.id + "/print", this.query.onPage(1));
	}

	/**
	 * Return the address of the incident on one sheet of paper.
	 */
	public String sheet() {
		return with(print(), "short");
	}

	private static String with(String address, String parameter) {
		return address + ((address.contains("?")) ? "&" : "?") + parameter;
	}

}
