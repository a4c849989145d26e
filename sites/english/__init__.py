"""The English version of chosen pages, written with wagtail-localize (NĐ 42/2022 Đ7).

A unit has no English pages until somebody asks for one. Only types whose text stands for itself are translated: lists
that code finds by type (registers, schedule, forms) exist once, in Vietnamese.
"""
