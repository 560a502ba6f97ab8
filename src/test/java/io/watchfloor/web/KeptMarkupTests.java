package io.watchfloor.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptMarkupTests {

	private static final String TEXT = "<p th:fragment=\"text\" th:text=\"${text}\"></p>";

	private final SampleEngine engine = new SampleEngine();

	private final KeptMarkup kept = new KeptMarkup();

	private final AtomicInteger prints = new AtomicInteger();

	@Test
	void whatIsEqualIsPrintedOnce() {
		get("a row", 10);
		get("a row", 10);
		get("another", 10);
		assertThat(this.prints).hasValue(2);
	}

	@Test
	void whatWasNotUsedForLongestMakesRoom() {
		get("old", KeptMarkup.ROOM / 3);
		get("older but used", KeptMarkup.ROOM / 3);
		get("old", KeptMarkup.ROOM / 3);
		get("older but used", KeptMarkup.ROOM / 3);
		get("new", KeptMarkup.ROOM / 2);
		assertThat(this.prints).hasValue(3);
		get("older but used", KeptMarkup.ROOM / 3);
		assertThat(this.prints).hasValue(3);
		get("old", KeptMarkup.ROOM / 3);
		assertThat(this.prints).hasValue(4);
	}

	@Test
	void whatIsLargerThanAllTheRoomIsNotKept() {
		get("small", 10);
		get("huge", KeptMarkup.ROOM + 1);
		get("huge", KeptMarkup.ROOM + 1);
		assertThat(this.prints).hasValue(3);
	}

	@Test
	void ofWhatChangesForGoodTheLatestIsKept() {
		LatestMarkup latest = new LatestMarkup();
		for (String shown : List.of("before", "before", "after", "after", "before")) {
			assertThat(latest.get(shown, () -> print(shown)).html()).isEqualTo("<p>" + shown + "</p>");
		}
		assertThat(this.prints).hasValue(3);
	}

	private void get(String shown, int length) {
		this.kept.get(shown, () -> print("x".repeat(length)));
	}

	private Markup print(String text) {
		this.prints.incrementAndGet();
		return Markup.print(this.engine.engine(), TEXT, "text", text);
	}

}
