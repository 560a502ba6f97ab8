package io.watchfloor.queue.related;

/**
 * A value that two incidents share.
 *
 * @param kind what it is
 * @param text the value, as the incident on show spells it
 * @param holders the number of incidents that hold it, with these two
 * @param rare whether it makes them strongly related
 */
public record SharedValue(SharedKind kind, String text, int holders, boolean rare) {
}
