package io.watchfloor.sandbox.defender;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/**
 * Lets a servlet close the connection of a call without a byte of an answer, which no
 * servlet can do by itself.
 */
public final class ConnectionBreaker extends ValveBase {

	private static final String BREAK = ConnectionBreaker.class.getName();

	private ConnectionBreaker() {
		super(true);
	}

	/**
	 * Put it into a web server.
	 */
	public static void addTo(TomcatServletWebServerFactory server) {
		server.addEngineValves(new ConnectionBreaker());
	}

	/**
	 * Close the connection of a call.
	 */
	static void breakOff(HttpServletRequest request) {
		((Runnable) request.getAttribute(BREAK)).run();
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		Runnable breaking = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
		request.setAttribute(BREAK, breaking);
		getNext().invoke(request, response);
	}

}
