package io.watchfloor.defender;

/**
 * Whoever reads incidents for one analyst's queue, told apart by identity. It says
 * nothing of the analyst, so that the call budget, which remembers it for an hour, keeps
 * neither a name nor a queue.
 */
public final class ReaderId {

}
