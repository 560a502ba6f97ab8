package io.watchfloor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.sandbox.SandboxAccount;
import io.watchfloor.support.SandboxTest;
import io.watchfloor.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that promise a body and never send it, more of them than the server has
 * threads: nobody else waits for them.
 */
@Timeout(60)
class SlowClientTests extends SandboxTest {

	/**
	 * The server has 200 threads.
	 */
	private static final int CLIENTS = 300;

	@ParameterizedTest
	@ValueSource(strings = { "POST /theme", "POST /logout", "PUT /incidents", "DELETE /", "POST /nowhere",
			"GET /incidents", "GET /", "GET /actuator/health", "POST /login/oauth2/code/entra" })
	void withoutASessionNobodyHoldsUpAPage(String line) throws IOException {
		Visitor analyst = signedIn(SandboxAccount.ANALYST);
		List<Socket> clients = connect(line, "Content-Length: 1000", "");
		try {
			assertThat(analyst.ask("/token").status()).isEqualTo(200);
			assertThat(visitor().ask("/actuator/health").status()).isEqualTo(200);
		}
		finally {
			close(clients);
		}
	}

	@Test
	void norDoesOneOfABodyInChunks() throws IOException {
		List<Socket> clients = connect("POST /theme", "Transfer-Encoding: chunked", "5\r\ntheme");
		try {
			assertThat(visitor().ask("/").status()).isEqualTo(200);
		}
		finally {
			close(clients);
		}
	}

	@Test
	void withASessionNobodyHoldsUpAPageEither() throws IOException {
		Visitor analyst = signedIn(SandboxAccount.ANALYST);
		List<Socket> clients = connect("POST /theme", "Content-Length: 1000\r\nCookie: " + analyst.cookieHeader(), "");
		try {
			assertThat(analyst.ask("/token").status()).isEqualTo(200);
			assertThat(visitor().ask("/actuator/health").status()).isEqualTo(200);
		}
		finally {
			close(clients);
		}
	}

	@Test
	void whoIsRefusedIsTold() throws IOException {
		List<Socket> clients = connect("POST /theme", "Content-Length: 1000", "");
		try {
			for (Socket client : clients) {
				String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
				assertThat(answer).startsWith("HTTP/1.1 403").contains("Content-Security-Policy", "</html>");
			}
		}
		finally {
			close(clients);
		}
	}

	private List<Socket> connect(String line, String headers, String begun) throws IOException {
		List<Socket> clients = new ArrayList<>();
		String request = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
				+ headers + "\r\n\r\n" + begun;
		for (int i = 0; i < CLIENTS; i++) {
			Socket client = new Socket(InetAddress.getLoopbackAddress(), URI.create(origin()).getPort());
			client.setSoTimeout(30_000);
			client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			clients.add(client);
		}
		return clients;
	}

	private static void close(List<Socket> clients) throws IOException {
		for (Socket client : clients) {
			client.close();
		}
	}

}
