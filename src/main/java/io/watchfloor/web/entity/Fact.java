package io.watchfloor.web.entity;

import java.util.List;

/**
 * Something known, with its name.
 *
 * @param label what it is
 * @param values what is known, each once; not empty
 */
public record Fact(String label, List<FactValue> values) {
}
