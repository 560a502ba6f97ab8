package io.watchfloor.queue.related;

/**
 * A value that an incident holds and another may hold too.
 *
 * @param kind what it is
 * @param text the value, as {@link io.watchfloor.queue.SearchText#fold} returns it; the
 * name of an asset as people are shown it
 */
record HeldValue(SharedKind kind, String text) {
}
