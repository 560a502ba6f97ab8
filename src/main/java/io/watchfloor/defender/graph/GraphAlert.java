package io.watchfloor.defender.graph;

import io.watchfloor.defender.Alert;

/**
 * An alert of Microsoft Graph, which tells of its incident.
 *
 * @param incidentId the number of its incident, 0 if it has none
 * @param alert the alert
 */
record GraphAlert(long incidentId, Alert alert) {
}
