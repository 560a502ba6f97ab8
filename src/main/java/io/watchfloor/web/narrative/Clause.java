package io.watchfloor.web.narrative;

import java.time.Instant;
import java.util.Locale;

import io.watchfloor.web.format.Times;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sentence that leads to the evidence for it.
 *
 * @param form whose words it has
 * @param text its text; one that came from outside is cut and defanged
 * @param address the address of the evidence, or {@code null} if there is none
 * @param datetime the value of the {@code datetime} attribute if it is a time
 */
public record Clause(Form form, String text, @Nullable String address, @Nullable String datetime) {

	static Clause words(String words, @Nullable String address) {
		return new Clause(Form.WORDS, words, address, null);
	}

	/**
	 * Create a clause that is a text from outside.
	 * @param text the text as it came
	 */
	static Clause quote(String text, @Nullable String address) {
		return new Clause(Form.QUOTE, Quotes.shown(text), address, null);
	}

	/**
	 * Create a clause that is the name of a device, a user or a mailbox.
	 * @param name the name as it came
	 */
	static Clause asset(String name, @Nullable String address) {
		return new Clause(Form.QUOTE, Quotes.shownAsset(name), address, null);
	}

	static Clause time(Instant time, @Nullable String address) {
		return new Clause(Form.TIME, Times.utc(time), address, Times.iso(time));
	}

	/**
	 * Return how the template shows it.
	 * @return {@code words}, {@code quote} or {@code time}
	 */
	public String kind() {
		return this.form.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the clause as plain text, in which a quote ends where it should.
	 */
	String plain() {
		return (this.form == Form.QUOTE) ? "“" + Quotes.withoutQuotationMarks(this.text) + "”" : this.text;
	}

	/**
	 * Whose words a clause has.
	 */
	enum Form {

		/** The sentence's own. */
		WORDS,
		/** Somebody else's, perhaps an attacker's. */
		QUOTE,
		/** A time. */
		TIME

	}

}
