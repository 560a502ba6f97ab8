package io.watchfloor.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What the audit log says while a test runs, line by line, in place of the console.
 */
public final class AuditTrail extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.watchfloor.audit");

	private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

	private final boolean additive = this.logger.isAdditive();

	private final Level level = this.logger.getLevel();

	private AuditTrail() {
	}

	/**
	 * Listen to the audit log until closed.
	 */
	public static AuditTrail open() {
		AuditTrail trail = new AuditTrail();
		trail.setContext(trail.logger.getLoggerContext());
		trail.start();
		trail.logger.setLevel(Level.INFO);
		trail.logger.setAdditive(false);
		trail.logger.addAppender(trail);
		return trail;
	}

	@Override
	protected void append(ILoggingEvent line) {
		line.prepareForDeferredProcessing();
		this.lines.add(line);
	}

	/**
	 * The text of each line.
	 */
	public List<String> texts() {
		return this.lines.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	/**
	 * The fields of each line by their names, those that hold for the whole request among
	 * them.
	 */
	public List<Map<String, String>> events() {
		return this.lines.stream().map(AuditTrail::fields).toList();
	}

	/**
	 * The fields of the lines of one action.
	 */
	public List<Map<String, String>> events(String action) {
		return events().stream().filter((event) -> action.equals(event.get("event.action"))).toList();
	}

	/**
	 * Forget what was said so far.
	 */
	public void clear() {
		this.lines.clear();
	}

	private static Map<String, String> fields(ILoggingEvent line) {
		Map<String, String> fields = new TreeMap<>(line.getMDCPropertyMap());
		line.getKeyValuePairs().forEach((pair) -> fields.put(pair.key, String.valueOf(pair.value)));
		return fields;
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setAdditive(this.additive);
		this.logger.setLevel(this.level);
	}

}
