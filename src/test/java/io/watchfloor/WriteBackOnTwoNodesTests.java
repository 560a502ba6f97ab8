package io.watchfloor;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.Nodes;
import io.watchfloor.support.OnTwoNodes;
import io.watchfloor.support.TriagePage;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same on two nodes, each of which answers every other request.
 */
@OnTwoNodes
class WriteBackOnTwoNodesTests extends WriteBackTests {

	@Autowired
	private Nodes nodes;

	/**
	 * The node that has not written has to read its list, by one call.
	 */
	@Override
	@Test
	void theQueueShowsWhatWasWrittenAtOnceWithoutReadingItsList() {
		long id = incident();
		Visitor ada = consented(SandboxAccount.ANALYST);
		for (int i = 0; i < 2; i++) {
			assertThat(row(ada, id)).contains("Active");
			assertThat(open(ada, id).html().text()).contains("Active");
		}
		TriagePage answer = open(ada, id).send(START);
		assertThat(answer.result()).startsWith("Written: Status: In progress");
		for (int i = 0; i < 3; i++) {
			assertThat(open(ada, id).fields(TriagePage.FORM).get("seen")).startsWith("InProgress");
			assertThat(row(ada, id)).contains("In progress").doesNotContain("Active");
		}
	}

	@Test
	void whatSomebodyTypedIsInRedisEncryptedAndNoLongerThanTheSession() {
		RedisClient client = RedisClient.create(this.nodes.redis().url());
		try {
			RedisCommands<String, String> redis = client.connect(bytesAsLetters()).sync();
			Set<String> before = new HashSet<>(redis.keys("watchfloor:data:*"));
			Visitor ada = consented(SandboxAccount.ANALYST);
			String comment = "Typed in confidence ".repeat(1_600);
			assertThat(open(ada, incident()).send(Map.of("comment", comment)).html().text()).contains("too many");
			List<String> kept = redis.keys("watchfloor:data:*")
				.stream()
				.filter((key) -> !before.contains(key))
				.toList();
			assertThat(kept).hasSize(1);
			assertThat(redis.get(kept.get(0))).hasSizeGreaterThan(comment.length()).doesNotContain("Typed", "triage");
			assertThat(redis.pttl(kept.get(0))).isBetween(1L, 1_800_000L);
			ada.submit(ada.open("/token"), "/logout");
			assertThat(redis.exists(kept.get(0))).isZero();
		}
		finally {
			client.shutdown();
		}
	}

	private static RedisCodec<String, String> bytesAsLetters() {
		return new StringCodec(StandardCharsets.ISO_8859_1);
	}

}
