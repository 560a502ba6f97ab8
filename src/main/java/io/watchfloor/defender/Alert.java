package io.watchfloor.defender;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An alert of an incident: something that a Defender service detected.
 *
 * @param id the alert's id; stable, unique in an incident
 * @param serviceSource the product that raised it, such as
 * {@code MicrosoftDefenderForEndpoint}
 * @param detectionSource the sensor that detected it, such as {@code WindowsDefenderAv}
 * @param created when the alert was raised
 * @param lastUpdate when it last changed
 * @param resolved when it was resolved
 * @param firstActivity when the activity that it describes began
 * @param lastActivity when that activity was last seen
 * @param title what happened, in a line
 * @param description what happened, at length, with line breaks
 * @param category an ATT&amp;CK tactic such as {@code InitialAccess}, or another word
 * such as {@code Malware}
 * @param status {@code New}, {@code Active}, {@code InProgress}, {@code Resolved} or
 * another
 * @param severity as in {@link Incident#severity()}
 * @param investigationId the automated investigation's number
 * @param investigationState the automated investigation's state, such as
 * {@code PendingApproval}
 * @param classification as in {@link Incident#classification()}
 * @param determination as in {@link Incident#determination()}
 * @param detectorId the rule that fired
 * @param providerAlertId the id that the raising product uses
 * @param assignedTo a user name, or {@code Automation}
 * @param actorName the threat actor it is attributed to
 * @param threatFamilyName the malware family
 * @param techniques ATT&amp;CK technique ids such as {@code T1059.001}
 * @param devices the devices that it is about
 * @param evidence the entities that it names, as in the response: the same user once per
 * alert, a file and its process apart
 * @param recommendedActions what Microsoft advises to do, maybe long, with line breaks;
 * only some sources give it
 * @param systemTags labels that Defender gave it; only some sources give them
 */
public record Alert(@JsonProperty("alertId") @Nullable String id, @Nullable String serviceSource,
		@Nullable String detectionSource, @JsonProperty("creationTime") @Nullable Instant created,
		@JsonProperty("lastUpdatedTime") @Nullable Instant lastUpdate,
		@JsonProperty("resolvedTime") @Nullable Instant resolved, @Nullable Instant firstActivity,
		@Nullable Instant lastActivity, @Nullable String title, @Nullable String description, @Nullable String category,
		@Nullable String status, @Nullable String severity, @Nullable String investigationId,
		@Nullable String investigationState, @Nullable String classification, @Nullable String determination,
		@Nullable String detectorId, @Nullable String providerAlertId, @Nullable String assignedTo,
		@Nullable String actorName, @Nullable String threatFamilyName,
		@JsonProperty("mitreTechniques") List<String> techniques, List<Device> devices,
		@JsonProperty("entities") List<Evidence> evidence, @Nullable String recommendedActions,
		List<String> systemTags) {

	public Alert {
		techniques = LenientLists.withoutNulls(techniques);
		devices = LenientLists.withoutNulls(devices);
		evidence = LenientLists.withoutNulls(evidence);
		systemTags = LenientLists.withoutNulls(systemTags);
	}

	/**
	 * Create an alert without what only some sources give.
	 */
	public Alert(@Nullable String id, @Nullable String serviceSource, @Nullable String detectionSource,
			@Nullable Instant created, @Nullable Instant lastUpdate, @Nullable Instant resolved,
			@Nullable Instant firstActivity, @Nullable Instant lastActivity, @Nullable String title,
			@Nullable String description, @Nullable String category, @Nullable String status, @Nullable String severity,
			@Nullable String investigationId, @Nullable String investigationState, @Nullable String classification,
			@Nullable String determination, @Nullable String detectorId, @Nullable String providerAlertId,
			@Nullable String assignedTo, @Nullable String actorName, @Nullable String threatFamilyName,
			List<String> techniques, List<Device> devices, List<Evidence> evidence) {
		this(id, serviceSource, detectionSource, created, lastUpdate, resolved, firstActivity, lastActivity, title,
				description, category, status, severity, investigationId, investigationState, classification,
				determination, detectorId, providerAlertId, assignedTo, actorName, threatFamilyName, techniques,
				devices, evidence, null, List.of());
	}

}
