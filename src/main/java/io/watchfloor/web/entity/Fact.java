package io.watchfloor.web.entity;

import java.util.List;

/**
 * A named piece of information about an incident, an alert or an entity.
 *
 * @param label its name
 * @param values its values, each once; not empty
 */
public record Fact(String label, List<FactValue> values) {
}
