package io.watchfloor.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.watchfloor.queue.handover.HandoverBenchmark;
import io.watchfloor.queue.index.IndexBenchmark;
import io.watchfloor.queue.index.SelectBenchmark;
import io.watchfloor.queue.reading.Memory;
import io.watchfloor.queue.reading.ReadingBenchmark;
import io.watchfloor.queue.related.RelatedBenchmark;
import io.watchfloor.queue.sweep.SweepBenchmark;
import io.watchfloor.web.dashboard.DashboardBenchmark;
import io.watchfloor.web.incident.IncidentBenchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark and prints the table. All run in this one process, as all queries
 * do in the application: the virtual machine cannot fit its code to one of them.
 */
public final class Benchmarks {

	private static final double MEGABYTE = 1e6;

	/**
	 * In seconds: there is much code behind a template.
	 */
	private static final int TEMPLATES_WARM_UP = 8;

	private Benchmarks() {
	}

	/**
	 * Measure.
	 * @param arguments none
	 */
	public static void main(String[] arguments) throws RunnerException {
		System.out.printf("Java %s, %d processors, %s%n%n", Runtime.version(),
				Runtime.getRuntime().availableProcessors(), "the sandbox's incidents");
		memory();
		System.out.printf("%n%-44s %10s %10s%n", "over 20,000 and 100,000 incidents, milliseconds", "p50", "p99");
		run(SelectBenchmark.class, Mode.SampleTime).forEach(Benchmarks::printPercentiles);
		run(IndexBenchmark.class, Mode.SampleTime).forEach(Benchmarks::printPercentiles);
		run(RelatedBenchmark.class, Mode.SampleTime).forEach(Benchmarks::printPercentiles);
		System.out.printf("%n%-44s %10s %10s%n", "a sweep for 5,000 indicators, milliseconds", "p50", "p99");
		run(SweepBenchmark.class, Mode.SampleTime).forEach(Benchmarks::printPercentiles);
		System.out.printf("%n%-44s %10s %10s%n", "a dashboard over 20,000 incidents, milliseconds", "p50", "p99");
		run(DashboardBenchmark.class, Mode.SampleTime, TEMPLATES_WARM_UP).forEach(Benchmarks::printPercentiles);
		System.out.printf("%n%-44s %10s %10s%n", "a handover over 20,000 incidents, milliseconds", "p50", "p99");
		run(HandoverBenchmark.class, Mode.SampleTime).forEach(Benchmarks::printPercentiles);
		System.out.printf("%n%-44s %10s %10s%n", "an incident of 150 alerts, milliseconds", "p50", "p99");
		run(IncidentBenchmark.class, Mode.SampleTime, TEMPLATES_WARM_UP).forEach(Benchmarks::printPercentiles);
		System.out.println();
		run(ReadingBenchmark.class, Mode.Throughput).forEach(Benchmarks::printReading);
		print("%n%-44s %10s %10s%n", "pages over loopback, answers a second", "median", "of a file");
		PageLoad.measure()
			.forEach((rate) -> print("%-44s %10.0f %9.0f%%%n", rate.what(), rate.perSecond(), 100 * rate.share()));
	}

	private static void printReading(RunResult result) {
		String source = result.getParams().getParam("source");
		double pages = result.getPrimaryResult().getScore();
		print("reading %s into summaries on one thread: %.0f incidents a second, %.0f MB/s%n", source, 100 * pages,
				pages * ReadingBenchmark.page(source).length / MEGABYTE);
	}

	private static void memory() {
		long one = Memory.ofAnalysts(1);
		print("memory an incident: %d bytes%n", Memory.eachOf(one));
		print("twenty analysts with the same incidents: %.2f times one%n", (double) Memory.ofAnalysts(20) / one);
		for (int incidents : new int[] { 100, 1_000 }) {
			print("memory while a page of %,d is read: %.2f MB%n", incidents, Memory.ofReading(incidents) / MEGABYTE);
		}
	}

	private static Collection<RunResult> run(Class<?> benchmark, Mode mode) throws RunnerException {
		return run(benchmark, mode, 1);
	}

	private static Collection<RunResult> run(Class<?> benchmark, Mode mode, int warmUpSeconds)
			throws RunnerException {
		Options options = new OptionsBuilder().include(benchmark.getName())
			.mode(mode)
			.timeUnit((mode == Mode.SampleTime) ? TimeUnit.MILLISECONDS : TimeUnit.SECONDS)
			.forks(0)
			.warmupIterations(1)
			.warmupTime(TimeValue.seconds(warmUpSeconds))
			.measurementIterations(1)
			.measurementTime(TimeValue.seconds(2))
			.verbosity(VerboseMode.SILENT)
			.build();
		return new Runner(options).run();
	}

	private static void printPercentiles(RunResult run) {
		Result<?> result = run.getPrimaryResult();
		String view = Objects.requireNonNullElse(run.getParams().getParam("view"), result.getLabel());
		String incidents = Objects.requireNonNullElse(run.getParams().getParam("incidents"), "");
		print("%-34s %9s %10.2f %10.2f%n", view.toLowerCase(Locale.ROOT).replace('_', ' '), incidents,
				result.getStatistics().getPercentile(50), result.getStatistics().getPercentile(99));
	}

	private static void print(String format, Object... values) {
		System.out.printf(Locale.ROOT, format, values);
	}

}
