package io.watchfloor.defender;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An incident of the Defender API: a group of alerts that Microsoft believes to be one
 * attack. Enumerations are open, so they are kept as the strings of the response. Texts
 * may be written by the attacker, and are hostile.
 *
 * @param id the incident's number, more than 0
 * @param redirectedTo the incident that this one was merged into
 * @param name the title, never shortened
 * @param created when Defender created it
 * @param lastUpdate when anything in it last changed
 * @param assignedTo the user name of the analyst who works on it
 * @param status {@code Active}, {@code InProgress}, {@code Resolved}, {@code Redirected}
 * or another
 * @param severity {@code Informational}, {@code Low}, {@code Medium}, {@code High},
 * {@code UnSpecified} or another
 * @param classification an analyst's judgement, such as {@code TruePositive}
 * @param determination an analyst's finding, such as {@code Phishing}
 * @param detectionSource the sensor that detected it first
 * @param tags labels that people gave it
 * @param comments its comments, in the order of the response
 * @param alerts its alerts, each id once, in the order of the response
 * @param portalUrl its page in the Defender portal, where the response has one
 * @param supplement what only some sources give
 * @see <a href= "https://learn.microsoft.com/en-us/defender-xdr/api-list-incidents">List
 * incidents API in Microsoft Defender XDR</a>
 */
public record Incident(@JsonProperty("incidentId") long id,
		@JsonProperty("redirectIncidentId") @Nullable Long redirectedTo,
		@JsonProperty("incidentName") @Nullable String name, @JsonProperty("createdTime") @Nullable Instant created,
		@JsonProperty("lastUpdateTime") @Nullable Instant lastUpdate, @Nullable String assignedTo,
		@Nullable String status, @Nullable String severity, @Nullable String classification,
		@Nullable String determination, @Nullable String detectionSource, List<String> tags, List<Comment> comments,
		List<Alert> alerts, @JsonProperty("incidentUri") @Nullable String portalUrl,
		Supplement supplement) implements Serializable {

	public Incident {
		tags = LenientLists.withoutNulls(tags);
		comments = LenientLists.withoutNulls(comments);
		alerts = LenientLists.distinctBy(LenientLists.withoutNulls(alerts), Alert::id);
		supplement = Objects.requireNonNullElse(supplement, Supplement.NONE);
	}

	/**
	 * Create an incident without supplement.
	 */
	public Incident(long id, @Nullable Long redirectedTo, @Nullable String name, @Nullable Instant created,
			@Nullable Instant lastUpdate, @Nullable String assignedTo, @Nullable String status,
			@Nullable String severity, @Nullable String classification, @Nullable String determination,
			@Nullable String detectionSource, List<String> tags, List<Comment> comments, List<Alert> alerts,
			@Nullable String portalUrl) {
		this(id, redirectedTo, name, created, lastUpdate, assignedTo, status, severity, classification, determination,
				detectionSource, tags, comments, alerts, portalUrl, Supplement.NONE);
	}

	/**
	 * Return the incident with other alerts.
	 * @param newAlerts its alerts
	 * @param alertsMissing whether some may be missing, because the source did not send
	 * them
	 */
	public Incident with(List<Alert> newAlerts, boolean alertsMissing) {
		Supplement said = new Supplement(this.supplement.priorityScore, this.supplement.systemTags,
				this.supplement.summary, this.supplement.lastModifiedBy, this.supplement.resolvingComment,
				alertsMissing);
		return new Incident(this.id, this.redirectedTo, this.name, this.created, this.lastUpdate, this.assignedTo,
				this.status, this.severity, this.classification, this.determination, this.detectionSource, this.tags,
				this.comments, newAlerts, this.portalUrl, said);
	}

	/**
	 * Return the incident with other comments.
	 */
	public Incident withComments(List<Comment> newComments) {
		return new Incident(this.id, this.redirectedTo, this.name, this.created, this.lastUpdate, this.assignedTo,
				this.status, this.severity, this.classification, this.determination, this.detectionSource, this.tags,
				newComments, this.alerts, this.portalUrl, this.supplement);
	}

	/**
	 * A comment on an incident.
	 *
	 * @param text what was written
	 * @param author the user name of who wrote it
	 * @param created when it was written; the API calls it {@code createdTime} or
	 * {@code createTime}
	 */
	public record Comment(@JsonProperty("comment") @Nullable String text,
			@JsonProperty("createdBy") @Nullable String author,
			@JsonProperty("createdTime") @JsonAlias("createTime") @Nullable Instant created) implements Serializable {
	}

	/**
	 * What Microsoft Graph says of an incident and the Defender API does not; see
	 * {@link IncidentSource#gives}.
	 *
	 * @param priorityScore Defender's own urgency, from 0 to 100; {@code null} for none
	 * @param systemTags labels that Defender gave it
	 * @param summary the attack in Defender's words, maybe long
	 * @param lastModifiedBy who changed it last, a person or a service
	 * @param resolvingComment why it was resolved
	 * @param alertsMissing whether alerts may be missing, because the source did not send
	 * them
	 * @see <a href=
	 * "https://learn.microsoft.com/en-us/graph/api/resources/security-incident">incident
	 * resource type</a>
	 */
	public record Supplement(@Nullable Integer priorityScore, List<String> systemTags, @Nullable String summary,
			@Nullable String lastModifiedBy, @Nullable String resolvingComment,
			boolean alertsMissing) implements Serializable {

		/**
		 * Nothing.
		 */
		public static final Supplement NONE = new Supplement(null, List.of(), null, null, null);

		/**
		 * Create a supplement. A score outside its range counts as none.
		 */
		public Supplement {
			priorityScore = (priorityScore != null && priorityScore >= 0 && priorityScore <= 100) ? priorityScore
					: null;
			systemTags = LenientLists.withoutNulls(systemTags);
		}

		/**
		 * Create what is said of an incident that has all its alerts.
		 */
		public Supplement(@Nullable Integer priorityScore, List<String> systemTags, @Nullable String summary,
				@Nullable String lastModifiedBy, @Nullable String resolvingComment) {
			this(priorityScore, systemTags, summary, lastModifiedBy, resolvingComment, false);
		}

	}

}
