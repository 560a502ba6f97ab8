package io.watchfloor.signin.refusal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection instead of waiting for the rest of a body that nobody has read:
 * after the response Tomcat would read it on the same thread, as slowly as it comes. What
 * has arrived by then is left to Tomcat, so that the connection of an ordinary form is
 * kept.
 */
final class UnreadBodyValve extends ValveBase {

	UnreadBodyValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
		if (!request.isAsync() && isOutstanding(request.getCoyoteRequest())) {
			response.finishResponse();
			request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		}
	}

	private static boolean isOutstanding(org.apache.coyote.Request request) {
		AtomicBoolean read = new AtomicBoolean();
		request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
		if (read.get()) {
			return false;
		}
		request.action(ActionCode.AVAILABLE, Boolean.TRUE);
		long length = request.getContentLengthLong();
		return length < 0 || length - request.getBytesRead() > request.getAvailable();
	}

}
