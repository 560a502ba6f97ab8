package io.watchfloor.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Timeout(60)
class BalancerTests {

	private final List<HttpServer> nodes = new ArrayList<>();

	private Balancer balancer;

	@BeforeEach
	void start() throws IOException {
		this.balancer = Balancer.start();
		node("one");
		node("two");
	}

	private void node(String name) throws IOException {
		HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		node.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getResponseHeaders().set("Connection", "close");
				exchange.sendResponseHeaders(200, name.length());
				exchange.getResponseBody().write(name.getBytes());
			}
		});
		node.start();
		this.nodes.add(node);
		this.balancer.add(node.getAddress().getPort());
	}

	@AfterEach
	void stop() {
		this.balancer.close();
		this.nodes.forEach((node) -> node.stop(0));
	}

	@Test
	void eachRequestGoesToTheNextNodeAlsoWhenABrowserOpensConnectionsThatItDoesNotUse() throws IOException {
		Visitor visitor = new Visitor(this.balancer.origin());
		assertThat(visitor.ask("/").text()).isEqualTo("one");
		int port = URI.create(this.balancer.origin()).getPort();
		try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), port)) {
			assertThat(visitor.ask("/").text()).isEqualTo("two");
			assertThat(unused.isConnected()).isTrue();
		}
		assertThat(visitor.ask("/").text()).isEqualTo("one");
	}

	@Test
	void aNodeThatIsStoppedIsPassedOverUntilItIsBack() throws IOException {
		Visitor visitor = new Visitor(this.balancer.origin());
		HttpServer stopped = this.nodes.remove(0);
		InetSocketAddress address = stopped.getAddress();
		stopped.stop(0);
		for (int i = 0; i < 3; i++) {
			assertThat(visitor.ask("/").text()).isEqualTo("two");
		}
		HttpServer again = HttpServer.create(address, 0);
		again.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getResponseHeaders().set("Connection", "close");
				exchange.sendResponseHeaders(204, -1);
			}
		});
		again.start();
		this.nodes.add(again);
		assertThat(List.of(visitor.ask("/").status(), visitor.ask("/").status())).containsExactlyInAnyOrder(200, 204);
	}

}
