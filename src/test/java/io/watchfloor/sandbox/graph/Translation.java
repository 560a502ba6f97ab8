package io.watchfloor.sandbox.graph;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes members of an object over into another under Graph's names. What is not text is
 * taken over as it is, so that odd values stay odd.
 *
 * @param from the object by the Defender API
 * @param to the object by Graph
 * @param unknownMembers whether the caller asked for the members of enumerations that
 * came later
 */
record Translation(JsonNode from, ObjectNode to, boolean unknownMembers) {

	/**
	 * Take members over whose names are the same.
	 */
	Translation same(String... names) {
		for (String name : names) {
			as(name, name);
		}
		return this;
	}

	/**
	 * Take a member over.
	 * @param name its name in Graph
	 * @param former its name in the Defender API
	 */
	Translation as(String name, String former) {
		this.to.set(name, this.from.has(former) ? this.from.path(former) : NullNode.getInstance());
		return this;
	}

	/**
	 * Take a number over that Graph tells as text.
	 */
	Translation text(String name, String former) {
		JsonNode value = this.from.path(former);
		this.to.put(name, (value.isNumber() || value.isString()) ? value.asString() : null);
		return this;
	}

	/**
	 * Take a word of an enumeration over.
	 */
	Translation word(String name, String former, Words words) {
		JsonNode value = this.from.path(former);
		this.to.put(name, words.say(value.asString(null), this.unknownMembers));
		return this;
	}

	/**
	 * Say that there is nothing under some names.
	 */
	Translation none(String... names) {
		for (String name : names) {
			this.to.putNull(name);
		}
		return this;
	}

	/**
	 * Say that there are no elements under some names.
	 */
	Translation empty(List<String> names) {
		names.forEach(this.to::putArray);
		return this;
	}

}
