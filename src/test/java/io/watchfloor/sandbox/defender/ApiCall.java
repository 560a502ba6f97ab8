package io.watchfloor.sandbox.defender;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A call of one of the two APIs, as a fault sees it.
 */
public interface ApiCall {

	/**
	 * The call as it came.
	 */
	HttpServletRequest request();

	/**
	 * The path of the call, and of the same call to the Defender API.
	 */
	Set<String> paths();

	/**
	 * Which page of the list of incidents it asks for, from 1.
	 * @return the page's number, 0 when it does not ask for the list
	 */
	int page();

	/**
	 * Whether it asks for a page of the list with an incident that its caller may see.
	 * @param id the incident
	 */
	boolean lists(long id);

	/**
	 * Whether it asks for alerts with the incidents, which only some APIs have to be
	 * asked for.
	 */
	boolean expands();

	/**
	 * The incident that it wants to change.
	 * @return the incident's id, 0 when it changes nothing or names no incident
	 */
	long writesTo();

	/**
	 * Answer the call as is right; a write takes effect by this.
	 */
	Answer proper();

	/**
	 * Put a refusal in the API's own words.
	 * @param error the refusal
	 */
	Answer refusal(ApiError error);

	/**
	 * An incident of which only the number is told.
	 * @param id the number
	 * @return its JSON
	 */
	String bareIncident(long id);

}
