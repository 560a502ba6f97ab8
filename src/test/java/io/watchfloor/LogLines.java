package io.watchfloor;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What Watchfloor warns of during a test, and what it logs as an error.
 */
final class LogLines implements BeforeEachCallback, AfterEachCallback {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender.list.clear();
		this.appender.start();
		logger().setLevel(Level.INFO);
		logger().addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		logger().detachAppender(this.appender);
		logger().setLevel(null);
	}

	/**
	 * The lines of every level from information on.
	 */
	List<String> everything() {
		return List.copyOf(this.appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * Warnings and errors.
	 */
	List<String> lines() {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("io.watchfloor");
	}

}
