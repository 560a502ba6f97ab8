package io.watchfloor.web;

import java.util.List;

/**
 * Something known, with its name.
 *
 * @param label what it is
 * @param values what is known, each once; not empty
 */
record Fact(String label, List<Value> values) {
}
