package io.watchfloor.soak;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What a browser ended at.
 *
 * @param uri where that is
 * @param status the HTTP status; 0 when there was no answer
 * @param version the entity tag, empty without one
 * @param location where a redirect leads, empty without one
 * @param text the body, or what happened instead of an answer
 * @param asked when it was asked for, redirects included
 * @param answered when the last byte had come
 */
record Answer(URI uri, int status, String version, String location, String text, Instant asked, Instant answered) {

	Answer askedAt(Instant time) {
		return new Answer(this.uri, this.status, this.version, this.location, this.text, time, this.answered);
	}

	Duration took() {
		return Duration.between(this.asked, this.answered);
	}

	public Document html() {
		return Jsoup.parse(this.text);
	}

	boolean good() {
		return this.status == 200 || this.status == 304;
	}

	/**
	 * The value of a form's hidden field.
	 */
	Optional<String> field(String name) {
		return Optional.ofNullable(html().selectFirst("input[name=" + name + "]")).map((field) -> field.attr("value"));
	}

	/**
	 * Where it is, and the beginning of what people read there.
	 */
	String summary() {
		String heading = (this.status != 0) ? html().select("h1").text() : this.text;
		return this.status + " " + this.uri.getPath() + " \u201c" + heading + "\u201d, asked " + this.asked + ", took "
				+ took().toMillis() + " ms";
	}

}
