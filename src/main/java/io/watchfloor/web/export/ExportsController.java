package io.watchfloor.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;

import io.watchfloor.queue.IncidentQuery;
import io.watchfloor.queue.IncidentSummary;
import io.watchfloor.signin.Analyst;
import io.watchfloor.signin.AuditLog;
import io.watchfloor.web.address.IncidentQueryParameters;
import io.watchfloor.web.address.StandardView;
import io.watchfloor.web.analyst.AnalystQueues;
import io.watchfloor.web.analyst.AnalystView;
import io.watchfloor.web.format.SourceDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Exports a view of the queue: all incidents that it selects, on all its pages. Incidents
 * that were not read yet are missing, and the file's name says so.
 */
@Controller
class ExportsController {

	/**
	 * The header that says how far reading has come; absent when nothing is missing.
	 */
	static final String MISSING = "X-Incidents-Missing";

	private static final DateTimeFormatter FILE_NAME_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm'Z'")
		.withZone(ZoneOffset.UTC);

	private final AnalystQueues queues;

	private final AuditLog audit;

	ExportsController(AnalystQueues queues, AuditLog audit) {
		this.queues = queues;
		this.audit = audit;
	}

	@GetMapping(StandardView.PATH + ".csv")
	void csv(@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		export(new Format("csv", "text/csv;charset=UTF-8;header=present", CsvExport::write), parameters, analyst,
				request, response);
	}

	@GetMapping(StandardView.PATH + ".json")
	void json(@RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Analyst analyst,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		export(new Format("json", "application/json", JsonExport::write), parameters, analyst, request, response);
	}

	private void export(Format format, MultiValueMap<String, String> parameters, Analyst analyst,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		IncidentQuery query = IncidentQueryParameters.parse(parameters);
		AnalystView view = this.queues.read(request, analyst, query.range());
		String reading = view.freshness().knows(query) ? null : view.freshness().reading();
		response.setContentType(format.type());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(format, view.now(), reading != null));
		if (reading != null) {
			response.setHeader(MISSING, reading);
		}
		List<IncidentSummary> incidents = view.index().all(query, view.viewpoint()).toList();
		this.audit.exported(request, analyst, incidents.size());
		format.writer().write(incidents.iterator(), view.source(), response.getOutputStream());
	}

	/**
	 * Return the content disposition, such as
	 * {@code attachment; filename="incidents-2026-11-23-1403Z-partial.csv"}.
	 */
	private static String disposition(Format format, Instant now, boolean partial) {
		String name = "incidents-" + FILE_NAME_TIME.format(now) + (partial ? "-partial" : "");
		return ContentDisposition.attachment().filename(name + "." + format.name()).build().toString();
	}

	/**
	 * How an export is written.
	 *
	 * @param name the end of the file's name
	 * @param type the content type
	 * @param writer writes incidents
	 */
	private record Format(String name, String type, ExportWriter writer) {
	}

	/**
	 * Writes incidents one at a time.
	 */
	@FunctionalInterface
	private interface ExportWriter {

		void write(Iterator<IncidentSummary> incidents, SourceDetails source, OutputStream out) throws IOException;

	}

}
