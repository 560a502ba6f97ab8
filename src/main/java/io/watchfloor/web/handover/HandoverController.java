package io.watchfloor.web.handover;

import java.time.Clock;
import java.time.Instant;

import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.handover.Shifts;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.frame.Frame;
import io.watchfloor.web.frame.ShiftSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Shows what a shift hands over to the next. While the incidents are still being read, an
 * open page requests itself again.
 */
@Controller
class HandoverController {

	private final AnalystQueues queues;

	private final ShiftSettings settings;

	private final Clock clock;

	HandoverController(AnalystQueues queues, ShiftSettings settings, Clock clock) {
		this.queues = queues;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Show the handover.
	 * @param parameters {@code since}, the time from which on it tells; without it, that
	 * is the start of this shift
	 * @return the view's name, or {@code null} for a poll that has the page already
	 * @throws BadParameterException if that is no time that has passed
	 */
	@GetMapping(Frame.HANDOVER)
	@Nullable String handover(@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			ServletWebRequest exchange, HttpServletRequest request, HttpServletResponse response, Model model) {
		Shifts shifts = this.settings.times();
		String base = request.getContextPath();
		HandoverStart start = HandoverStart.of(IncidentQueryParameters.first(parameters, "since"), shifts,
				this.clock.instant(), base + Frame.HANDOVER);
		AnalystView view = this.queues.read(request, analyst, TimeRange.between(start.time(), null));
		view.setAsOfHeader(response);
		if (exchange.checkNotModified(view.entityTag(request))) {
			return null;
		}
		HandoverPage page = HandoverPage.of(base, view, start, shifts,
				Instant.ofEpochMilli(request.getSession().getCreationTime()));
		model.addAttribute("handover", page);
		model.addAttribute("text", HandoverText.of(page,
				ServletUriComponentsBuilder.fromRequestUri(request).replacePath(null).toUriString()));
		model.addAttribute("asOf", view.asOf());
		return "handover/handover";
	}

}
