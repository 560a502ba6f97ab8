package io.watchfloor.sandbox.defender;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an answer goes wrong on its way out.
 */
@FunctionalInterface
interface Damage {

	/**
	 * Send something else than the proper answer, or send it badly.
	 * @param call the call that is answered
	 * @param released opens when whoever is held up is to be let go
	 */
	void send(ApiCall call, HttpServletResponse response, CountDownLatch released) throws IOException;

	static Damage answering(Answer answer) {
		return (call, response, released) -> answer.send(call.request(), response);
	}

	static Damage refusing(ApiError error) {
		return (call, response, released) -> call.refusal(error).send(call.request(), response);
	}

	static Damage delayed(Duration delay) {
		return (call, response, released) -> {
			pause(released, delay);
			call.proper().send(call.request(), response);
		};
	}

	/**
	 * The call has its effect, and its caller waits for the answer.
	 */
	static Damage delayedAfter(Duration delay) {
		return (call, response, released) -> {
			Answer answer = call.proper();
			pause(released, delay);
			answer.send(call.request(), response);
		};
	}

	/**
	 * The call has its effect, and its caller is told something else.
	 */
	static Damage refusingAfter(ApiError error) {
		return (call, response, released) -> {
			call.proper();
			call.refusal(error).send(call.request(), response);
		};
	}

	static Damage brokenOff() {
		return (call, response, released) -> ConnectionBreaker.breakOff(call.request());
	}

	static Damage brokenOffAfter() {
		return (call, response, released) -> {
			call.proper();
			ConnectionBreaker.breakOff(call.request());
		};
	}

	/**
	 * Let go of, it is cut off: with its length announced it cannot pass for a whole one.
	 */
	static Damage dripping() {
		return (call, response, released) -> {
			Answer answer = call.proper();
			byte[] whole = answer.bytes();
			announce(answer, whole, response);
			for (byte one : whole) {
				response.getOutputStream().write(one);
				response.flushBuffer();
				if (pause(released, Duration.ofSeconds(1))) {
					return;
				}
			}
		};
	}

	static Damage endless() {
		return (call, response, released) -> {
			call.proper().sendHeaders(response);
			OutputStream out = response.getOutputStream();
			out.write(("{\"value\":[" + call.bareIncident(1)).getBytes(StandardCharsets.US_ASCII));
			for (long id = 2; released.getCount() > 0; id++) {
				out.write((',' + call.bareIncident(id)).getBytes(StandardCharsets.US_ASCII));
			}
		};
	}

	static Damage truncated() {
		return (call, response, released) -> {
			Answer answer = call.proper();
			answer.sendHeaders(response);
			response.getOutputStream().write(half(answer.bytes()));
		};
	}

	static Damage cutOff() {
		return (call, response, released) -> {
			Answer answer = call.proper();
			byte[] whole = answer.bytes();
			announce(answer, whole, response);
			response.getOutputStream().write(half(whole));
			response.flushBuffer();
		};
	}

	static Damage brokenGzip() {
		return (call, response, released) -> {
			Answer answer = call.proper();
			answer.sendHeaders(response);
			response.setHeader("Content-Encoding", "gzip");
			response.getOutputStream().write(answer.bytes());
		};
	}

	static Damage contentType(String contentType) {
		return (call, response, released) -> {
			Answer answer = call.proper();
			new Answer(answer.status(), answer.headers(), contentType, answer.body()).send(call.request(), response);
		};
	}

	static Damage changing(Consumer<ObjectNode> change) {
		return (call, response, released) -> {
			Answer answer = call.proper();
			ObjectNode body = Json.readObject(answer.bytes());
			change.accept(body);
			new Answer(answer.status(), Map.of(), Answer.JSON, Json.body(body)).send(call.request(), response);
		};
	}

	private static void announce(Answer answer, byte[] whole, HttpServletResponse response) {
		answer.sendHeaders(response);
		response.setHeader("Connection", "close");
		response.setContentLength(whole.length);
	}

	private static byte[] half(byte[] whole) {
		return Arrays.copyOf(whole, whole.length / 2);
	}

	/**
	 * Wait.
	 * @return whether the wait ended early
	 */
	private static boolean pause(CountDownLatch released, Duration time) {
		try {
			return released.await(time.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
