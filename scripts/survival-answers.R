# Makes fixtures/outcomes/survival.json: curves of five published data sets by R's survival, and quantiles and tests by R itself.
# Only for the stored answers of the tests: Debian's r-cran-survival and r-cran-jsonlite, then `Rscript scripts/survival-answers.R`.
library(survival)

published <- list(
  "leukaemia (Miller 1997)" = with(aml, list(time = time, event = status)),
  "ovarian cancer (Edmunson et al. 1979)" = with(ovarian, list(time = futime, event = fustat)),
  "veterans' lung cancer (Kalbfleisch and Prentice 1980)" = with(veteran, list(time = time, event = status)),
  "advanced lung cancer (Loprinzi et al. 1994)" = with(lung, list(time = time, event = status - 1)),
  "kidney catheters (McGilchrist and Aisbett 1991)" = with(kidney, list(time = time, event = status))
)

curve_of <- function(data) {
  fit <- summary(survfit(Surv(data$time, data$event) ~ 1, conf.type = "log-log"))
  # At 0 R gives no interval.
  known <- function(values) ifelse(is.na(values) | is.nan(values), 0, values)
  list(
    time = data$time, event = data$event,
    curve = list(
      time = fit$time, atRisk = fit$n.risk, returned = fit$n.event, waiting = fit$surv,
      standardError = known(fit$std.err), low = known(fit$lower), high = known(fit$upper)
    ),
    median = unname(fit$table["median"])
  )
}

quantiles <- expand.grid(p = c(0.025, 0.5, 0.975), a = c(0.5, 3.5, 40.5), b = c(0.5, 17.5, 9000.5))
quantiles$value <- with(quantiles, qbeta(p, a, b))

tables <- list(c(3, 20, 1, 25), c(0, 5, 9, 30), c(40, 120, 25, 140), c(300, 2000, 700, 3500))
fisher <- lapply(tables, function(t) {
  list(table = t, p = fisher.test(matrix(c(t[1], t[2] - t[1], t[3], t[4] - t[3]), 2))$p.value)
})
looks <- c(0.001, 0.2, 0.012, 0.03, 0.5, 0.0004)

answers <- list(
  madeWith = paste0("R ", getRversion(), ", survival ", packageVersion("survival")),
  survival = lapply(published, curve_of),
  betaQuantiles = quantiles,
  fisher = fisher,
  looks = list(p = looks, corrected = p.adjust(looks, "BY"))
)
writeLines(jsonlite::toJSON(answers, digits = 12, auto_unbox = TRUE), "fixtures/outcomes/survival.json")
