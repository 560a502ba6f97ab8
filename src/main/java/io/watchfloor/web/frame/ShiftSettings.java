package io.watchfloor.web.frame;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.watchfloor.queue.handover.Shifts;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of shifts, whose zone is also that in which scripts write the times of
 * lists for whoever chose no other. Empty values count as missing.
 *
 * @param shifts {@code WATCHFLOOR_SHIFTS}, the times of the day at which shifts begin,
 * such as {@code 06:00}
 * @param timeZone {@code WATCHFLOOR_TIME_ZONE}, the zone in which they are meant, by its
 * name in the time zone database
 * @see <a href="https://www.iana.org/time-zones">Time Zone Database</a>
 */
@ConfigurationProperties("watchfloor")
public record ShiftSettings(@DefaultValue( {
		"06:00", "14:00", "22:00" }) List<String> shifts, @DefaultValue("UTC") String timeZone){

	private static final String ATTRIBUTE = ShiftSettings.class.getName();

	private static final List<String> DEFAULT_SHIFTS = List.of("06:00", "14:00", "22:00");

	public ShiftSettings {
		shifts = shifts.stream().map(String::strip).filter((shift) -> !shift.isEmpty()).toList();
		shifts = shifts.isEmpty() ? DEFAULT_SHIFTS : shifts;
		timeZone = timeZone.isBlank() ? "UTC" : timeZone.strip();
		parse(shifts);
		parse(timeZone);
	}

	private static List<LocalTime> parse(List<String> shifts) {
		try {
			return shifts.stream().map(LocalTime::parse).toList();
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("WATCHFLOOR_SHIFTS must be the times of the day at which shifts begin, "
					+ "with commas between them; the default is 06:00,14:00,22:00");
		}
	}

	private static ZoneId parse(String timeZone) {
		try {
			return ZoneId.of(timeZone);
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("WATCHFLOOR_TIME_ZONE must be the name of a time zone such as "
					+ "Europe/Berlin or America/New_York; the default is UTC");
		}
	}

	/**
	 * Return when shifts begin.
	 */
	public Shifts times() {
		return new Shifts(parse(this.shifts), zone());
	}

	/**
	 * Return the zone in which shifts are meant.
	 */
	public ZoneId zone() {
		return parse(this.timeZone);
	}

	/**
	 * Remember these settings for a request, so that its page knows the zone.
	 */
	void storeIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/**
	 * Return the zone in which shifts are meant, or UTC where a request does not know it.
	 */
	static ZoneId zone(HttpServletRequest request) {
		ZoneId zone = (request.getAttribute(ATTRIBUTE) instanceof ShiftSettings settings) ? settings.zone()
				: ZoneOffset.UTC;
		return zone.normalized();
	}

}
