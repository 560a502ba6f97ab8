package io.watchfloor.queue;

import java.util.List;

/**
 * An incident that shares something with another.
 *
 * @param incident the incident
 * @param shared the devices, users, mailboxes, hashes, URLs and IP addresses that both
 * have, the rarest first
 */
public record RelatedIncident(IncidentSummary incident, List<String> shared) {
}
