package io.watchfloor.support;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What Watchfloor logs during a test, its audit log included.
 */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.watchfloor");

	private static final Logger AUDIT = (Logger) LoggerFactory.getLogger("io.watchfloor.audit");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private @Nullable Level auditLevel;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.appender.list.clear();
		this.appender.start();
		this.auditLevel = AUDIT.getLevel();
		AUDIT.setLevel(Level.INFO);
		LOGGER.setLevel(Level.INFO);
		LOGGER.addAppender(this.appender);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		LOGGER.detachAppender(this.appender);
		LOGGER.setLevel(null);
		AUDIT.setLevel(this.auditLevel);
	}

	/**
	 * The lines of every level from information on.
	 */
	public List<String> everything() {
		return List.copyOf(this.appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * Warnings and errors.
	 */
	public List<String> lines() {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel().isGreaterOrEqual(Level.WARN))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

}
