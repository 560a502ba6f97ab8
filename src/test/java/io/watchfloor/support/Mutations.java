package io.watchfloor.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Spoils good inputs at random, the same way in every run: bits turn, parts vanish, move
 * or come many times, and words come in that parsers trip over.
 */
public final class Mutations {

	private static final int MOST_CHANGES = 8;

	private static final int LONGEST = 200_000;

	private static final List<String> WORDS = List.of("\u0000", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]",
			",", ":", "null", "true", "NaN", "-0", "1e999", "-1", "99999999999999999999", "9223372036854775807", "\r\n",
			"\n", "%", "%00", "%0d%0a", "//", "/\\", "..", ";", "=", "&", "?", "#", "<script>", "${7*7}", "\u202e",
			"\uFEFF", "\u001b[31m", "\uD800", "\u00e9", "\u4f60", "0001-01-01T00:00:00Z",
			"+292278994-08-17T07:12:55.807Z", "99999-12-31", "2026-11-23T10:00:00.1234567Z", "insufficient_claims",
			"claims=", "Bearer ", "AADSTS65001", "eyJhbGciOiJub25lIn0.e30.", " per 99:99:99", "e30=", "@odata.nextLink",
			"incidentId", "alerts", "entities");

	private final List<byte[]> corpus;

	/**
	 * Mutations of some inputs.
	 * @param corpus inputs that are good, or nearly so
	 */
	public Mutations(List<String> corpus) {
		this.corpus = corpus.stream().map((text) -> text.getBytes(StandardCharsets.UTF_8)).toList();
	}

	/**
	 * Try a property with the inputs as they are, then with spoilt ones.
	 * @param tries how many spoilt ones
	 * @param property fails when it does not hold
	 */
	public void tryOut(int tries, Consumer<byte[]> property) {
		this.corpus.forEach(property);
		Seeds.tryOut(tries, (seed) -> property.accept(next(new Random(seed))));
	}

	private byte[] next(Random random) {
		byte[] input = pick(random);
		int changes = 1 + random.nextInt(MOST_CHANGES);
		for (int i = 0; i < changes && input.length < LONGEST; i++) {
			input = change(input, random);
		}
		return input;
	}

	private byte[] change(byte[] input, Random random) {
		int from = random.nextInt(input.length + 1);
		int to = from + random.nextInt(Math.min(64, input.length - from) + 1);
		return switch (random.nextInt(8)) {
			case 0 -> flipped(input, from, random);
			case 1 -> joined(input, 0, from, new byte[0], 1, input, to);
			case 2 -> Arrays.copyOf(input, from);
			case 3 -> joined(input, 0, from, Arrays.copyOfRange(input, from, to), 2, input, to);
			case 4 -> joined(input, 0, from, Arrays.copyOfRange(input, from, to), 1 + random.nextInt(400), input, to);
			case 5 -> joined(input, 0, from, pick(random), 1, input, to);
			case 6 -> joined(input, 0, from, word(random), 1, input, from);
			default -> joined(input, 0, from, word(random), 1, input, to);
		};
	}

	private byte[] pick(Random random) {
		return this.corpus.get(random.nextInt(this.corpus.size()));
	}

	private static byte[] word(Random random) {
		return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] flipped(byte[] input, int at, Random random) {
		byte[] other = input.clone();
		if (at < other.length) {
			other[at] ^= (byte) (1 << random.nextInt(8));
		}
		return other;
	}

	private static byte[] joined(byte[] before, int from, int to, byte[] middle, int times, byte[] after,
			int afterFrom) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.write(before, from, to - from);
		for (int i = 0; i < times; i++) {
			joined.writeBytes(middle);
		}
		joined.write(after, afterFrom, after.length - afterFrom);
		return joined.toByteArray();
	}

}
