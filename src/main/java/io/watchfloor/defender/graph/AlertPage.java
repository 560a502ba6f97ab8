package io.watchfloor.defender.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of alerts.
 *
 * @param alerts the alerts that could be read
 * @param nextLink the address of the next page as it was sent, or {@code null} for none
 * @param full whether it has as many as were asked for
 * @param partial whether something may be missing
 */
record AlertPage(List<GraphAlert> alerts, @Nullable String nextLink, boolean full, boolean partial) {
}
