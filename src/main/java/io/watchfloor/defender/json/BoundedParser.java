package io.watchfloor.defender.json;

import java.util.function.LongSupplier;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DatabindException;

/**
 * Parses one incident or alert up to a size, so that one cannot fill the memory. Behind
 * one that is larger, the parser that this was created from can go on.
 */
final class BoundedParser extends JsonParserDelegate {

	/**
	 * The largest real incidents are a few megabytes.
	 */
	static final long MAX_BYTES = 20_000_000;

	private final LongSupplier position;

	private final long end;

	/**
	 * Create a parser of the object that another parser has come to.
	 * @param parser the other parser
	 * @param position tells how many bytes of the body were read
	 */
	BoundedParser(JsonParser parser, LongSupplier position) {
		super(parser);
		this.position = position;
		this.end = position.getAsLong() + MAX_BYTES;
	}

	private void check() {
		if (this.position.getAsLong() > this.end) {
			throw DatabindException.from(this, "The object is larger than " + MAX_BYTES + " bytes");
		}
	}

	@Override
	public JsonToken nextToken() {
		check();
		return super.nextToken();
	}

	@Override
	public JsonToken nextValue() {
		check();
		return super.nextValue();
	}

	@Override
	public String nextName() {
		check();
		return super.nextName();
	}

	@Override
	public int nextNameMatch(PropertyNameMatcher matcher) {
		check();
		return super.nextNameMatch(matcher);
	}

}
