package io.watchfloor.defender;

/**
 * Identifies the reader of one analyst's queue, by object identity. It holds nothing
 * about the analyst, so that the call budget, which remembers it for an hour, keeps
 * neither a name nor a queue.
 */
public final class ReaderId {

}
