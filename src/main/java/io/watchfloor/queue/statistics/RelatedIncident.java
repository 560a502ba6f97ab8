package io.watchfloor.queue.statistics;

import java.util.List;

import io.watchfloor.queue.IncidentSummary;

/**
 * An incident that shares assets or evidence with another.
 *
 * @param incident the incident
 * @param shared the devices, users, mailboxes, hashes, URLs and IP addresses that both
 * have, rarest first
 */
public record RelatedIncident(IncidentSummary incident, List<String> shared) {
}
