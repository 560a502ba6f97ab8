package io.watchfloor.web.queue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.watchfloor.support.Mutations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cookies of the queue's layout that were spoilt at random, the same in every run.
 */
@Timeout(120)
class SpoiltLayoutTests {

	@Test
	void everyCookieIsALayout() {
		new Mutations(List.of("compact.local.-sources.-tags", "-created", "dark", "light", "...", "-")).tryOut(10_000,
				(bytes) -> check(new String(bytes, StandardCharsets.UTF_8)));
	}

	private static void check(String value) {
		QueueLayout layout = QueueLayout.of(value);
		assertThat(layout.value()).matches("[a-zA-Z.-]*");
		assertThat(layout.style()).matches("[a-zA-Z -]+");
		assertThat(QueueLayout.of(layout.value())).isEqualTo(layout);
	}

}
