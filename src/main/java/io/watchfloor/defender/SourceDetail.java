package io.watchfloor.defender;

/**
 * Something that one source of incidents gives and another does not.
 *
 * @see IncidentSource#gives
 */
public enum SourceDetail {

	/**
	 * The automated investigation's number and state.
	 */
	INVESTIGATION,

	/**
	 * The sensor that detected the incident, beside those of its alerts.
	 */
	INCIDENT_DETECTION_SOURCE,

	/**
	 * A device's kind of processor.
	 */
	DEVICE_PROCESSOR,

	/**
	 * {@link Incident.Supplement}, an alert's recommended actions and system tags, and
	 * the roles of evidence.
	 */
	SUPPLEMENT

}
