package io.watchfloor.web.sweep;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.queue.TimeRange;
import io.watchfloor.queue.sweep.Finding;
import io.watchfloor.queue.sweep.Indicator;
import io.watchfloor.queue.sweep.IndicatorKind;
import io.watchfloor.queue.sweep.Report;
import io.watchfloor.queue.sweep.Sweep;
import io.watchfloor.signin.Analyst;
import io.watchfloor.web.address.BadParameterException;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.Numbers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Searches what the analyst's queue has read for the indicators in a pasted report,
 * without a call. The report is kept nowhere: it comes in the body of a form, and the
 * result is the answer to that form.
 */
@Controller
class SweepController {

	static final String PATH = "/sweep";

	/**
	 * The most characters of a report. As a form it is up to twice as long, which is what
	 * Tomcat takes.
	 */
	static final int LONGEST_REPORT = 1_000_000;

	private final AnalystQueues queues;

	SweepController(AnalystQueues queues) {
		this.queues = queues;
	}

	/**
	 * Show the form, and bring the queue up to date as every page does.
	 */
	@GetMapping(PATH)
	ModelAndView form(HttpServletRequest request, @AuthenticationPrincipal Analyst analyst) {
		AnalystView view = this.queues.read(request, analyst, TimeRange.DEFAULT);
		return page(HttpStatus.OK, SweepPage.form(Set.of(IndicatorKind.values()), false, coverage(view, request)));
	}

	/**
	 * Sweep.
	 * @param text the report
	 * @param kinds the kinds of indicators that are wanted; all if none is named
	 * @param defanged whether addresses count only if they are written defanged
	 * @throws BadParameterException if there is no such kind
	 */
	@PostMapping(PATH)
	ModelAndView sweep(@RequestParam(defaultValue = "") String text,
			@RequestParam(name = "kind", required = false) @Nullable List<String> kinds,
			@RequestParam(required = false) @Nullable String defanged, HttpServletRequest request,
			@AuthenticationPrincipal Analyst analyst) {
		AnalystView view = this.queues.held(request, analyst);
		Set<IndicatorKind> wanted = kinds(kinds);
		SweepPage form = SweepPage.form(wanted, defanged != null, coverage(view, request));
		if (text.length() > LONGEST_REPORT) {
			return page(HttpStatus.CONTENT_TOO_LARGE, form.refused("This report has " + Numbers.of(text.length())
					+ " characters; a sweep takes up to " + Numbers.of(LONGEST_REPORT) + ". Paste it in parts."));
		}
		if (text.isBlank()) {
			return page(HttpStatus.UNPROCESSABLE_CONTENT, form.refused("There is no text to read: paste a report."));
		}
		Report report = Report.of(text);
		List<Indicator> chosen = report.chosen(wanted, defanged != null);
		List<Indicator> searched = chosen.stream().limit(Sweep.MOST_INDICATORS).toList();
		List<Finding> findings = Sweep.of(searched, worstFirst(view));
		return page(HttpStatus.OK,
				form.with(SweepResult.of(report, chosen.size(), findings, view, form.coverage(), queue(request))));
	}

	private static Set<IndicatorKind> kinds(@Nullable Collection<String> names) {
		if (names == null || names.isEmpty()) {
			return EnumSet.allOf(IndicatorKind.class);
		}
		return names.stream()
			.map((name) -> IndicatorKind.of(name)
				.orElseThrow(() -> new BadParameterException("kind", "one of ip, domain, url, hash and mail")))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(IndicatorKind.class)));
	}

	/**
	 * Return all incidents that the queue holds, of equal severity the last updated
	 * first.
	 */
	private static Stream<IncidentSummary> worstFirst(AnalystView view) {
		Comparator<IncidentSummary> bySeverity = Comparator.comparing((incident) -> incident.severity().level());
		return all(view).sorted(bySeverity.reversed());
	}

	private static Stream<IncidentSummary> all(AnalystView view) {
		return view.index().all(IncidentQuery.DEFAULT.with(TimeRange.ANY), view.viewpoint());
	}

	private static Coverage coverage(AnalystView view, HttpServletRequest request) {
		return Coverage.of(view.freshness(), all(view), queue(request));
	}

	private static String queue(HttpServletRequest request) {
		return request.getContextPath() + "/incidents";
	}

	private static ModelAndView page(HttpStatus status, SweepPage page) {
		return new ModelAndView("sweep/sweep", status).addObject("sweep", page);
	}

}
