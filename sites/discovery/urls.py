from django.urls import path

from sites.discovery.robots import robots
from sites.discovery.security import security_txt
from sites.discovery.sitemaps import sitemap_index, sitemap_part

urlpatterns = [
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemap_part, name="sitemap_part"),
]
